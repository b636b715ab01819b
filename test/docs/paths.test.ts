import { expect, it } from "vitest";
import { FILES, listCode, listWrong } from "./documents";

/** A path of ours, as code names it; `app/[id]` and `lib/charts/*` too. */
const PATH = /(?<![\w./@-])(?:(?:app|components|db|docs|lib|test|\.ci)\/[\w.*/[\]-]*[\w*\]]\/?)/g;

/** A file's name alone: `model.ts`, which stands beside what was named before. */
const NAME = /^[\w-]+(?:\.[\w-]+)*\.(?:tsx?|mjs|css|csv|sql|png|json)$/;

/** Made by a start, by an ingest or for a reader. */
const MADE = ["db/data", "db/data/ayumi.db", "metadata.json"];

/** Whether a file or folder is so called; a part in capitals, as in `app/NAME/page.tsx`, and a star stand for any, and a module may be without its ending. */
function exists(named: string): boolean {
  const plain = named.replace(/\/$/, "");
  if (MADE.includes(plain)) return true;
  const parts = plain.split("/").map((part) =>
    part
      .split(/\*|\b[A-Z]{3,}\b(?!\.md)/)
      .map((text) => text.replace(/[.[\]]/g, "\\$&"))
      .join("[^/]+"),
  );
  const pattern = new RegExp(`^${parts.join("/")}(?:/|\\.tsx?)?$`);
  return FILES.some((file) => pattern.test(file));
}

it("files and folders that documents name are there", () => {
  expect(listWrong((text) => listCode(text).flatMap((code) => (code.match(PATH) ?? []).filter((named) => !exists(named))))).toEqual([]);
});

it("names of files alone are names of files", () => {
  const names = new Set(FILES.map((file) => file.split("/").at(-1)!));
  expect(listWrong((text) => listCode(text).filter((code) => NAME.test(code) && !MADE.includes(code) && !names.has(code)))).toEqual([]);
});
