import path from "node:path";

/** A path as commands print it: relative to the folder they run in, absolute where it lies outside. */
export function printPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative === "" || relative.startsWith("..") || path.isAbsolute(relative) ? file : relative;
}
