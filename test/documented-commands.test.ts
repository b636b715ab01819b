import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const scripts = Object.keys((JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> }).scripts);
const documents = [
  "README.md",
  "SECURITY.md",
  ".ci/run",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.join("docs", name)),
];

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
  const unknown = [...documents, ...sources].flatMap((file) =>
    listNamed(readFileSync(file, "utf8"))
      .filter((name) => !scripts.includes(name))
      .map((name) => `${file}: npm run ${name}`),
  );
  expect(unknown).toEqual([]);
});

it("every command is named by a document", () => {
  const named = new Set(documents.flatMap((file) => listNamed(readFileSync(file, "utf8"))));
  expect(scripts.filter((name) => !named.has(name))).toEqual([]);
});
