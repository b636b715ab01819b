import path from "node:path";

/** A path relative to the folder that commands run in, absolute where it lies outside. */
export function relativePath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative === "" || relative.startsWith("..") || path.isAbsolute(relative) ? file : relative;
}

/** The same as a sentence names it: on one line. */
export function printPath(file: string): string {
  return relativePath(file).replace(/[\t\n]/g, (character) => (character === "\t" ? "\\t" : "\\n"));
}
