import { expect, it } from "vitest";
import { CHART_NAMES, CHARTS } from "@/lib/charts/registry";
import { TABLE_DESCRIPTIONS, TABLES } from "@/lib/files/tables";
import { CHART_FORMATS, chartPlace } from "@/lib/parameters/charts";
import { codeIn, readDocument, readTable } from "./documents";

const DATA = readDocument("docs/data-and-embeds.md");

it("the tables are documented with all their columns, in their order", () => {
  const rows = readTable(DATA, "table").map(([name, , columns]) => [codeIn(name!)[0], codeIn(columns!)]);
  expect(rows).toEqual(TABLE_DESCRIPTIONS.map(({ name, columns }) => [name, columns.map((column) => column.name)]));
});

it("the charts are documented, with all forms and parameters", () => {
  expect(readTable(DATA, "chart").map(([name]) => codeIn(name!)[0])).toEqual(CHART_NAMES);
  for (const format of CHART_FORMATS) if (format !== "html") expect(DATA).toContain(`\`/embed/CHART.${format}\``);
  const words = /Parameters, the same in every form:[^\n]*/.exec(DATA)![0];
  for (const { name } of Object.values(CHARTS).flatMap((chart) => chartPlace(chart).takes)) expect(words).toMatch(new RegExp(`\`${name}(?:=[01])?\``));
});

it("the filters of each table are documented", () => {
  const words = /^- \*\*Filters\.\*\* ([^\n]*)/m.exec(DATA)![1]!;
  const common = /All take (.*?)\./.exec(words)![1]!;
  for (const { name, parameters } of TABLE_DESCRIPTIONS) {
    const said = words.split(/[.;] /).filter((part) => codeIn(part.split(/take/)[0]!).includes(name) || codeIn(part)[0] === name);
    expect(new Set(said.flatMap(codeIn).filter((code) => !Object.hasOwn(TABLES, code) && code !== "/goals")), name).toEqual(new Set(parameters));
  }
  expect(codeIn(common)).toEqual(["municipality", "dataset"]);
});
