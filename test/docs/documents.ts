import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Folders and endings of what is no source: made by tools, or a site's own data. */
const NOT_OURS = /^(?:node_modules|\.next|\.git|\.demo|db\/data|test\/output)(?:\/|$)/;

/** Every file of the project, and every folder with a final slash, by its path from the top. */
export const FILES: readonly string[] = listFolder("");

function listFolder(folder: string): string[] {
  return readdirSync(folder || ".", { withFileTypes: true }).flatMap((entry) => {
    const name = folder + entry.name;
    if (NOT_OURS.test(name)) return [];
    return entry.isDirectory() ? [`${name}/`, ...listFolder(`${name}/`)] : [name];
  });
}

/** All documents for people, by their path from the top: those at the top, and docs/. */
export const DOCUMENTS: ReadonlyMap<string, string> = new Map(
  FILES.filter((name) => /^(?:docs\/.*|[A-Z]+)\.md$/.test(name)).map((name) => [name, readFileSync(name, "utf8")]),
);

/** The text of a document that has to be there. */
export function readDocument(name: string): string {
  const text = DOCUMENTS.get(name);
  if (text === undefined) throw new Error(`${name} is not there`);
  return text;
}

/** What stands in a document as code: spans in backticks and whole blocks. */
export function listCode(text: string): string[] {
  const blocks = [...text.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].map(([, block]) => block!);
  const spans = [...text.replace(/^```[\s\S]*?^```/gm, "").matchAll(/`([^`\n]+)`/g)].map(([, span]) => span!);
  return [...blocks, ...spans];
}

/** Blocks of code in a language, in their order. */
export function listBlocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(([, block]) => block!);
}

/** The cells of a table's rows, by the head of its first column; pipes that are escaped part nothing. */
export function readTable(text: string, head: string): string[][] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${head} |`));
  if (start === -1) throw new Error(`there is no table of ${head}`);
  const length = lines.slice(start).findIndex((line) => !line.startsWith("|"));
  const rows = lines.slice(start + 2, length === -1 ? undefined : start + length);
  return rows.map((row) =>
    row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}

/** The code spans of a cell. */
export const codeIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);

/** What documents name under a folder of the project, where it is wrong; `find` gives the wrong ones of a text. */
export function listWrong(find: (text: string, name: string) => string[]): string[] {
  return [...DOCUMENTS].flatMap(([name, text]) => find(text, name).map((wrong) => `${name}: ${wrong}`));
}

/** A heading as the fragment of an address has it, as GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}

/** The fragments of a document's headings. */
export function listAnchors(text: string): string[] {
  return [...text.replace(/^```[\s\S]*?^```/gm, "").matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading!));
}

/** Where a link of a document leads, from the top. */
export const resolveLink = (from: string, link: string) => path.posix.normalize(path.posix.join(path.posix.dirname(from), link));
