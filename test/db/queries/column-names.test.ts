import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { getTableColumns, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { parseAst, transformWithEsbuild } from "vite";
import { describe, expect, it } from "vitest";
import * as datasets from "@/db/schema/datasets";
import * as decisions from "@/db/schema/decisions";
import * as plans from "@/db/schema/plans";
import * as readings from "@/db/schema/readings";

const QUERIES = path.resolve(import.meta.dirname, "../../../db/queries");

const COLUMNS = new Set(
  [datasets, decisions, plans, readings].flatMap((tables) =>
    Object.values(tables).flatMap((table) => (is(table, SQLiteTable) ? Object.values(getTableColumns(table)).map(({ name }) => name) : [])),
  ),
);

/** What is none of the schema's columns: those of `json_each`, and of the full-text index, which Drizzle is not told about. */
const FOREIGN = /\b(?:asked|wanted|x)\.\w+|\bsearch_index\b/g;

interface Node {
  type: string;
  [key: string]: unknown;
}

/** What a file's string literals say, those of imports aside, and the raw texts of its `sql` templates, each as one with `?` for what is put in. */
async function readTexts(source: string): Promise<{ strings: string[]; statements: string[] }> {
  const { code } = await transformWithEsbuild(source, "query.ts", { target: "esnext" });
  const [strings, statements]: [string[], string[]] = [[], []];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== "object" || value === null) return;
    const node = value as Node;
    if (/^(?:Import|Export(?:All|Named))Declaration$/.test(node.type) && node.source) return;
    if (node.type === "Literal" && typeof node.value === "string") strings.push(node.value);
    if (node.type === "TemplateLiteral") strings.push(textOf(node));
    if (node.type === "TaggedTemplateExpression" && (node.tag as Node).name === "sql") {
      statements.push(textOf(node.quasi as Node));
      return visit((node.quasi as Node).expressions);
    }
    for (const key of Object.keys(node)) visit(node[key]);
  };
  visit(parseAst(code));
  return { strings, statements };
}

const textOf = (template: Node) => (template.quasis as { value: { raw: string } }[]).map(({ value }) => value.raw).join(" ? ");

/** Names of columns in a file's SQL, and, in its other texts, what can only be meant as one: a name of two words, or behind a table's. */
async function findColumnNames(source: string): Promise<string[]> {
  const { strings, statements } = await readTexts(source);
  const inSql = statements.flatMap(
    (text) =>
      text
        .replace(/'[^']*'/g, "")
        .replace(FOREIGN, "")
        .match(/\b[a-z_]+\b(?!\s*\()/g) ?? [],
  );
  const elsewhere = strings.flatMap((text) =>
    [...text.replace(FOREIGN, "").matchAll(/(\b\w+\.)?\b([a-z_]+)\b/g)].flatMap(([, table, name]) => (table || name!.includes("_") ? [name!] : [])),
  );
  return [...inSql, ...elsewhere].filter((name) => COLUMNS.has(name));
}

describe("queries", () => {
  it("name each column through the schema, so that one that is renamed there does not compile", async () => {
    expect(COLUMNS.size).toBeGreaterThan(70);
    const files = readdirSync(QUERIES);
    expect(files.length).toBeGreaterThan(25);
    for (const file of files) expect(await findColumnNames(readFileSync(path.join(QUERIES, file), "utf8")), file).toEqual([]);
  });

  it("hold no SQL in texts, where no column could be told from a word", () => {
    expect(readdirSync(QUERIES).filter((file) => readFileSync(path.join(QUERIES, file), "utf8").includes("sql.raw"))).toEqual([]);
  });

  it.each([
    ['const column = "g.overall_rating";', ["overall_rating"]],
    ['const column = "p.title";', ["title"]],
    ["const column = `fiscal_year = ${year}`;", ["fiscal_year"]],
    ["const part = sql`select ${plan.title} from plans p where p.position = 1`;", ["position"]],
    ["const part = sql`${a} and ${sql`text is null`}`;", ["text"]],
    ['import { document } from "./query_tables";\nconst pointer = `/title/${document.text}`;', []],
    ["const part = sql`select max(${plan.min}) from json_each(${keys}) asked where ${goal.stage} = 'decision' order by asked.key`;", []],
  ])("are searched for such names: %s", async (source, names) => {
    expect(await findColumnNames(source)).toEqual(names);
  });
});
