import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { DOCUMENTS, readDocument, readTable } from "./documents";

const scripts = Object.keys((JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> }).scripts);

/** The scripts that a text names: `npm run bake`, `npm test`, `npm start`. */
function listNamed(text: string): string[] {
  return [...text.matchAll(/\bnpm (?:run ([a-z]+(?::[a-z]+)*)|(start|test)\b)/g)].map(([, run, own]) => run ?? own!);
}

it("every command that documents, sentences and help texts name is there", () => {
  const sources = ["app", "components", "db", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => path.join(folder, name)),
  );
  const texts = [...DOCUMENTS, ...[...sources, ".ci/run"].map((name) => [name, readFileSync(name, "utf8")] as const)];
  const unknown = texts.flatMap(([name, text]) =>
    listNamed(text)
      .filter((script) => !scripts.includes(script))
      .map((script) => `${name}: npm run ${script}`),
  );
  expect(unknown).toEqual([]);
});

it("every command has a row in one table, and no second one", () => {
  const tables = [
    readTable(readDocument("docs/operations.md"), "command"),
    ...readDocument("CONTRIBUTING.md")
      .split(/^## /m)
      .filter((part) => part.includes("| command |"))
      .map((part) => readTable(part, "command")),
    readTable(readDocument("docs/measurements.md"), "command"),
  ];
  expect(tables).toHaveLength(4);
  const named = tables.flatMap((rows) => rows.flatMap(([command]) => listNamed(command!)));
  expect(named.toSorted()).toEqual(scripts.toSorted());
});
