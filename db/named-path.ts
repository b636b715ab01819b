import path from "node:path";

/** A path that a user named, absolute. npm runs scripts in the project's top, whichever folder the user is in. */
export function resolvePath(named: string): string {
  const isTop = process.env.npm_lifecycle_event !== undefined && process.env.INIT_CWD?.startsWith(process.cwd() + path.sep);
  return path.resolve(isTop ? process.env.INIT_CWD! : process.cwd(), named);
}
