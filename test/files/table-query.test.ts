import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printCursor } from "@/lib/files/cursor";
import { nextHref, readTableQuery } from "@/lib/files/table-query";
import type { TableFormat, TableName } from "@/lib/files/tables";
import { RequestError } from "@/lib/request-error";

const DATASET = "a".repeat(64);
const OTHER = "b".repeat(64);
const urlOf = (search: string, name: TableName = "goals", format: TableFormat = "json") => `http://localhost/api/${name}.${format}${search}`;
const read = (search: string, name: TableName = "goals", format: TableFormat = "json") => readTableQuery(urlOf(search, name, format), name, format);

function refusal(search: string, name: TableName = "goals", format: TableFormat = "json") {
  try {
    read(search, name, format);
  } catch (error) {
    if (error instanceof RequestError) return { status: error.status, ...error.toJSON().error };
    throw error;
  }
  throw new Error(`${search} was read`);
}

/** The query of the page after that of `search`. */
const nextOf = (search: string, total: number, name: TableName = "goals") => nextHref(urlOf(search, name), read(search, name), DATASET, total);

describe("readTableQuery", () => {
  it.each([
    ["?callback=x", "unknown_parameter", "callback"],
    ["?limit=1&limit=2", "repeated_parameter", "limit"],
    ["?dataset=a&dataset=b", "repeated_parameter", "dataset"],
    ["?year=-1", "invalid_value", "year"],
    ["?year=abc", "invalid_value", "year"],
    ["?limit=1e9", "invalid_value", "limit"],
    ["?limit=0", "invalid_value", "limit"],
    ["?limit=-5", "invalid_value", "limit"],
    ["?limit=1001", "invalid_value", "limit"],
    ["?limit=99999999999999999999", "invalid_value", "limit"],
    ["?sort=;drop", "invalid_value", "sort"],
    ["?direction=up", "invalid_value", "direction"],
    ["?cursor=garbage", "invalid_value", "cursor"],
    ["?cursor=%F0%9F%98%80", "invalid_value", "cursor"],
    [`?${"area=a&".repeat(51)}`, "invalid_value", "area"],
    ["?area=%A0", "invalid_encoding", null],
  ])("refuses %.30s", (search, code, parameter) => expect(refusal(search)).toMatchObject({ code, parameter, status: 400 }));

  it("takes of a table only its own parameters", () => {
    expect(refusal("?area=a", "plans")).toMatchObject({ code: "unknown_parameter", parameter: "area" });
    expect(refusal("?sort=year", "ratings")).toMatchObject({ code: "unknown_parameter", parameter: "sort" });
    expect(refusal("?year=2025", "datasets")).toMatchObject({ code: "unknown_parameter", parameter: "year" });
    expect(refusal("?kind=votes", "continuations")).toMatchObject({ code: "invalid_value", parameter: "kind" });
    expect(read("?kind=new&kind=ended&level=goal&status=", "continuations").continuations).toMatchObject({
      relations: ["ended", "new"],
      levels: ["goal"],
      statuses: [],
    });
  });

  it("takes a municipality by name or id, and a cursor of one for no other", () => {
    expect(read("").goals.filter.municipalities).toBeUndefined();
    const [municipality] = read("?municipality=架空市").goals.filter.municipalities!;
    expect(municipality).toMatch(/^m[0-9a-z]{8}$/);
    expect(read(`?municipality=${municipality}`).question).toBe(read("?municipality=架空市").question);
    const cursor = new URL(nextOf("?municipality=架空市&limit=2", 10)!, "http://localhost").searchParams.get("cursor")!;
    expect(refusal(`?limit=2&cursor=${cursor}`)).toMatchObject({ parameter: "cursor" });
  });

  it("takes whole tables but for JSON, and a limit in any digits", () => {
    expect([read("").limit, read("", "goals", "csv").limit, read("", "goals", "xlsx").limit, read("?limit=２０").limit]).toEqual([100, 20_000, 5_000, 20]);
    expect(refusal("?limit=5001", "goals", "xlsx")).toMatchObject({ parameter: "limit" });
  });
});

describe("cursors", () => {
  it("lead through all rows once, whatever the limit, and hold to the dataset", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 25 }), (total, limit) => {
        const seen: number[] = [];
        let search: string | null = `?area=防災&limit=${limit}`;
        for (let pages = 0; search !== null && pages <= 61; pages++) {
          const query = read(search);
          if (pages > 0) expect(query.dataset).toBe(DATASET);
          for (let at = query.offset; at < Math.min(total, query.offset + query.limit); at++) seen.push(at);
          search = nextOf(search, total)?.replace(/^[^?]*/, "") ?? null;
        }
        expect(seen).toEqual([...Array(total).keys()]);
      }),
    );
  });

  it("belong to one table and one question", () => {
    const cursor = new URL(nextOf("?area=防災&limit=2", 10)!, "http://localhost").searchParams.get("cursor")!;
    expect(read(`?area=防災&limit=5&cursor=${cursor}`)).toMatchObject({ offset: 2, limit: 5, dataset: DATASET });
    for (const named of [DATASET, DATASET.slice(0, 8)]) expect(read(`?area=防災&cursor=${cursor}&dataset=${named}`).dataset).toBe(DATASET);
    for (const [search, name] of [
      [`?cursor=${cursor}`, "goals"],
      [`?area=広報&cursor=${cursor}`, "goals"],
      [`?area=防災&sort=title&cursor=${cursor}`, "goals"],
      [`?area=防災&cursor=${cursor}`, "targets"],
      [`?area=防災&cursor=${cursor}&dataset=${OTHER}`, "goals"],
      [`?area=防災&cursor=${cursor}&dataset=${OTHER.slice(0, 8)}`, "goals"],
      [`?area=防災&cursor=${cursor}&dataset=${DATASET.slice(0, 7)}`, "goals"],
    ] as const) {
      expect(refusal(search, name), search).toMatchObject({ code: "invalid_value", parameter: "cursor" });
    }
  });

  it("that nobody printed are refused, never an error of the program", () => {
    const forged = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json().map((text) => Buffer.from(text).toString("base64url")),
      fc.tuple(fc.integer(), fc.string(), fc.string(), fc.double()).map((parts) => Buffer.from(JSON.stringify(parts)).toString("base64url")),
    );
    fc.assert(
      fc.property(forged, (text) => {
        if (text === "" || text.length > 150) return;
        expect(refusal(`?cursor=${encodeURIComponent(Buffer.from(text).toString())}`).status).toBe(400);
      }),
      { numRuns: 50 },
    );
    expect(() => read(`?cursor=${printCursor({ dataset: DATASET, offset: 0.5 }, "x")}`)).toThrow(RequestError);
  });
});
