import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "@/lib/files/table";
import { guardText, printCsv } from "@/lib/files/table-csv";
import { ANY_TABLE } from "./sheets";

const { columns } = ANY_TABLE;
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom("=", "+", "-", "@", "'", '"', ",", "\t", "\r", "\n", "＝", "防", "𠮷", " "),
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
  ),
  minLength: 1,
  maxLength: 12,
});
const row = fc.tuple(fc.option(text), fc.option(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })))) as fc.Arbitrary<Cell[]>;

/** As docs say that a text is got back: an apostrophe that leads what would else begin as a formula does goes. */
const unguard = (cell: string) => (/^''*[=+\-@\t\r＝＋－＠]/.test(cell) ? cell.slice(1) : cell);

describe("printCsv", () => {
  it("begins with a byte order mark, ends its lines with CRLF and names its columns in ASCII", () => {
    expect(printCsv(columns, [["防災", 1]])).toBe("\ufefftext,number\r\n防災,1\r\n");
  });

  it("comes back whole through a real parser", () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (rows) => {
        const csv = printCsv(columns, rows);
        // Lines end with CRLF alone: a parser that knows no other line end reads the same.
        const read = parse(csv, { bom: true, record_delimiter: "\r\n" }) as string[][];
        expect(read[0]).toEqual(["text", "number"]);
        expect(read.slice(1).map(([first, second]) => [first === "" ? null : unguard(first!), second === "" ? null : Number(second)])).toEqual(
          rows.map(([first, second]) => [first, second === null ? null : Number(String(second))]),
        );
      }),
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1", "'=1"])("lets %j be no formula", (value) => {
    expect(guardText(value)).toBe(`'${value}`);
    expect(unguard(guardText(value))).toBe(value);
  });

  it("leaves numbers numbers, below zero too, and other texts as they are", () => {
    expect(
      printCsv(columns, [
        ["A'=", -5],
        [null, 0],
        ["'quoted'", -0.25],
      ]),
    ).toBe("\ufefftext,number\r\nA'=,-5\r\n,0\r\n'quoted',-0.25\r\n");
  });
});
