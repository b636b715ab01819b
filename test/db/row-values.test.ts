import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ROW_VALUE_IN } from "../row-value";

describe("row values before IN", () => {
  it("stand in no SQL of ours, since a libSQL server may answer them with nothing", () => {
    const files = readdirSync("db", { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:ts|sql)$/.test(name));
    expect(files.length).toBeGreaterThan(50);
    const found = files.filter((name) => ROW_VALUE_IN.test(withoutComments(readFileSync(path.join("db", name), "utf8"))));
    expect(found).toEqual([]);
  });

  it.each([
    ["where (p.year, p.department) in (select value ->> 0, value ->> 1 from json_each(?))", true],
    ["where (a, b) NOT IN (values (1, 2))", true],
    ["where (coalesce(a, b), c) in wanted", true],
    ["and (${sql`p.year`}, g.position)\n      in ${wanted}", true],
    ["where coalesce(a, b) in (select value from json_each(?))", false],
    ["where a in (1, 2) and (b, c) > (1, 2)", false],
    ["insert into t (a, b) select a, b from u where a in (1)", false],
  ])("are seen: %j", (sql, expected) => expect(ROW_VALUE_IN.test(sql)).toBe(expected));
});

function withoutComments(source: string): string {
  return source.replace(/\/\*[^]*?\*\/|\/\/.*|--.*/g, "");
}
