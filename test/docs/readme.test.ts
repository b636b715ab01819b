import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { codeIn, FILES, readDocument, readTable } from "./documents";

const README = readDocument("README.md");
const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8")) as Record<
  "dependencies" | "devDependencies",
  Record<string, string>
>;

/** The packages that the project stands on, as README names them, and how a file shows that it uses one. */
const PACKAGES: Record<string, { name: string; uses: RegExp }> = {
  TypeScript: { name: "typescript", uses: /"strict": true/ },
  "Next.js": { name: "next", uses: /(?:from|import\() ?"next(?:\/|")/ },
  React: { name: "react", uses: /from "react(?:-dom)?(?:\/|")/ },
  Recharts: { name: "recharts", uses: /from "recharts"/ },
  Drizzle: { name: "drizzle-orm", uses: /from "drizzle-orm(?:\/|")/ },
  "@libsql/client": { name: "@libsql/client", uses: /from "@libsql\/client"/ },
  Tailwind: { name: "tailwindcss", uses: /@import "tailwindcss"|@tailwindcss\/postcss/ },
  Vitest: { name: "vitest", uses: /from "vitest(?:\/|")/ },
};

it("has at most 1,000 words", () => {
  expect(README.split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(1000);
});

it("names for each package a file that really uses it", () => {
  const rows = readTable(README, "package");
  expect(rows.map(([name]) => name)).toEqual(Object.keys(PACKAGES));
  for (const [name, where] of rows) {
    const { name: installed, uses } = PACKAGES[name!]!;
    expect(Object.keys({ ...dependencies, ...devDependencies })).toContain(installed);
    const files = codeIn(where!).filter((code) => code.includes("/") && FILES.includes(code) && /\.\w+$/.test(code));
    const own = codeIn(where!).filter((code) => FILES.includes(code) && !code.includes("/"));
    expect(files.length + own.length, name).toBeGreaterThan(0);
    for (const file of [...files, ...own]) expect(readFileSync(file, "utf8"), `${file} uses ${name}`).toMatch(uses);
  }
});

it("has the two commands, the demo and the picture of the first screen", () => {
  expect(README).toMatch(/^npm ci && npm start\b/m);
  expect(README).toMatch(/^npm ci && npm test\b/m);
  expect(README).toMatch(/^npm run demo\b/m);
  const [, picture] = /!\[[^\]]+\]\(([^)]+)\)/.exec(README)!;
  const bytes = readFileSync(picture!);
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1280, 800]);
});
