import fc from "fast-check";
import readExcelFile from "read-excel-file/node";
import { afterEach, describe, expect, it, vi } from "vitest";
import { makeWorkbook } from "@/app/_read/workbook";
import type { Cell, Sheet } from "@/lib/files/table";
import { printXlsx } from "@/lib/files/table-xlsx";
import type { RequestError } from "@/lib/request-error";
import { ANY_TABLE } from "./sheets";

const SOURCE = [["出典", "架空市"]] as const;

async function readBack(rows: Cell[][]): Promise<Record<string, unknown[][]>> {
  const sheet: Sheet = { table: ANY_TABLE, total: rows.length, read: () => rows };
  const sheets = await readExcelFile(Buffer.from(await printXlsx(sheet, rows, SOURCE)), { trim: false });
  return Object.fromEntries(sheets.map(({ sheet: name, data }) => [name, data]));
}

afterEach(() => {
  vi.useRealTimers();
});

describe("printXlsx", () => {
  it("holds the table, its columns, its codes and its source, one plain table a sheet", async () => {
    expect(
      await readBack([
        ["防災\n二行目", -5],
        [null, 0],
        ["=1+1", 0.25],
      ]),
    ).toEqual({
      data: [
        ["text", "number"],
        ["防災\n二行目", -5],
        [null, 0],
        ["=1+1", 0.25],
      ],
      columns: [
        ["column", "label", "type", "unit", "description", "blank", "joins"],
        ["text", "文", "text", null, "文。", "ない。", null],
        ["number", "数", "number", "件", "数。", "ない。", null],
      ],
      codes: [
        ["column", "code", "label"],
        ["number", "x", "符号"],
      ],
      source: [
        ["item", "text"],
        ["出典", "架空市"],
      ],
    });
  });

  it("keeps any text, and shows what a workbook cannot hold", { timeout: 120_000 }, async () => {
    const letters = fc.constantFrom("=", "'", '"', "<", "&", ">", "]]>", "防", "𠮷", "😀", "_x", "\n", " ", "　");
    const text = fc.string({ unit: letters, minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 5 }), async (texts) => {
        const { data } = await readBack(texts.map((value) => [value, 1]));
        expect(data!.slice(1).map(([value]) => value)).toEqual(texts);
      }),
      { numRuns: 30 },
    );
    const { data } = await readBack([
      ["a\u0000b\ufffdc\ud800d", 1],
      ["constructor", 2],
      ["__proto__", 3],
      ["toString", 4],
    ]);
    expect(data!.slice(1)).toEqual([
      ["a〓b〓c〓d", 1],
      ["constructor", 2],
      ["__proto__", 3],
      ["toString", 4],
    ]);
  });

  it("says so where a text is longer than a cell can hold", async () => {
    const long = "あ".repeat(40_000);
    const { data } = await readBack([
      [long, 1],
      ["い".repeat(32_767), 2],
    ]);
    const [cut, whole] = data!.slice(1).map(([value]) => String(value));
    expect(cut).toMatch(/^あ+…（全40000文字。/);
    expect(cut!.length).toBeLessThanOrEqual(32_767);
    expect(whole).toBe("い".repeat(32_767));
  });

  it("is made for a few at once; who comes above that is told to come again", async () => {
    const rows: Cell[][] = [["防災", 1]];
    const sheet: Sheet = { table: ANY_TABLE, total: 1, read: () => rows };
    const made = await Promise.allSettled(Array.from({ length: 12 }, () => makeWorkbook(sheet, rows, SOURCE)));
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(8);
    const refused = made.filter((result) => result.status === "rejected").map(({ reason }) => reason as RequestError);
    expect(refused.map(({ code, status }) => [code, status])).toEqual(Array(4).fill(["too_busy", 503]));
    expect(await makeWorkbook(sheet, rows, SOURCE)).toBeInstanceOf(Uint8Array);
  });

  it.each(["1970-01-01T00:00:01Z", "1979-12-31T12:00:00Z", "2100-06-01T00:00:00Z", "9999-12-31T00:00:00Z"])(
    "is made at %s as at any other time",
    async (clock) => {
      const rows: Cell[][] = [["防災", 1]];
      const make = () => printXlsx({ table: ANY_TABLE, total: 1, read: () => rows }, rows, SOURCE);
      const expected = await make();
      vi.useFakeTimers({ now: new Date(clock), toFake: ["Date"] });
      expect(Buffer.from(await make()).equals(Buffer.from(expected))).toBe(true);
    },
  );

  it("gives the same bytes for the same rows", async () => {
    const rows: Cell[][] = [["防災", 1]];
    const make = () => printXlsx({ table: ANY_TABLE, total: 1, read: () => rows }, rows, SOURCE);
    const first = await make();
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.from(await make()).equals(Buffer.from(first))).toBe(true);
  });
});
