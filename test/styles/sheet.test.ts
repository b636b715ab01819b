import { expect, it } from "vitest";
import { compileSheet, findUnknownClasses, GLOBAL_CLASSES, readClassNames, SHEETS } from "./sheet";

it("every class name of the pages is a utility, or on the short list of drawings'", async () => {
  const names = readClassNames();
  expect(names.size).toBeGreaterThan(200);
  const unknown = await findUnknownClasses(names.keys());
  expect(unknown.map((name) => `${names.get(name)}: ${name}`)).toEqual([]);
  expect(await findUnknownClasses(["data-table", "field", "mt-4", "mark"])).toEqual(["data-table", "field"]);
});

it("holds no rule for a class that is not on the list", () => {
  const classes = SHEETS.flatMap((sheet) =>
    [...sheet.replace(/\/\*.*?\*\/|"[^"]*"|@apply [^;]*;/gs, "").matchAll(/\.([a-zA-Z][\w-]*)(?=[^;{}]*\{)/g)].map(([, name]) => name!),
  );
  expect(classes.filter((name) => !GLOBAL_CLASSES.includes(name))).toEqual([]);
});

it("is looked for in the site's own sources alone, and can stand within a page", () => {
  const [sheet] = SHEETS;
  expect(sheet).toMatch(/^@import "tailwindcss" source\(none\);/);
  expect([...sheet!.matchAll(/@source "(.*)";/g)].map(([, place]) => place)).toEqual(["../app", "../components"]);
  // One address, and the server in front would leave the sheet to be fetched (app/_server/inline-styles.ts).
  expect(SHEETS.join("")).not.toMatch(/url\(/i);
});

it("is short, and all in layers", async () => {
  expect(SHEETS[0]!.split("\n").length).toBeLessThanOrEqual(180);
  const built = (await compileSheet())([]);
  const outside = built.replace(/\/\*.*?\*\//gs, "").replace(/@layer [\w, ]+;/g, "");
  let depth = 0;
  const heads: string[] = [];
  for (const [, head, brace] of outside.matchAll(/([^{}]*)([{}])/g)) {
    if (brace === "{" && depth === 0) heads.push(head!.trim());
    depth += brace === "{" ? 1 : -1;
  }
  expect(heads.filter((head) => !/(?:^|;\s*)@(?:layer|property|keyframes)\b/.test(head))).toEqual([]);
});
