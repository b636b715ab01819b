import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";

/** Prints in all the ways that Next.js, React and Node have, with what nobody may read. */
const SCRIPT = `
  import { parse } from "node:url";
  import { logError, siteLog } from "./db/log.ts";
  import { logConsole } from "./app/_server/console-log.ts";
  logConsole();
  const query = 'Failed query: select * from himitsu where id = ?\\nparams: himitsu\\n    at himitsu (/himitsu:1:1)\\n{"level":50,"himitsu":1}';
  const cause = Object.assign(new Error("SQLITE_ERROR: himitsu"), { code: "SQLITE_ERROR" });
  const error = new Error(query, { cause });
  function findGoal() { return new TypeError("himitsu is no \\u001b[31m goal"); }
  console.error(error);
  console.error("⨯", findGoal());
  console.error("himitsu %s", "\\u001b]0;himitsu\\u0007\\u009b31m\\r\\n{}");
  console.error({ himitsu: error });
  for (const method of ["warn", "log", "info", "debug", "trace", "dir"]) console[method]("himitsu", error);
  logError(error, "a request failed");
  logError("himitsu", "a request failed");
  logError(Object.assign(new Error("a"), { name: "himitsu himitsu", code: "himitsu" }), "a request failed");
  const changed = new Error("himitsu\\n    at himitsu");
  changed.message = "another";
  logError(changed, "a request failed");
  siteLog().warn({ text: "\\u007f\\u009b31m\\u202e\\u2028\\u001b[0m" }, "controls");
  parse("http://himitsu:himitsu/");
  process.emitWarning("himitsu");
`;

function run(level: string): { output: string; entries: Record<string, unknown>[] } {
  const env = { ...process.env, LOG_LEVEL: level, NODE_OPTIONS: "" };
  const { stdout: output, stderr } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", SCRIPT], { env, encoding: "utf8" });
  expect(stderr).toBe("");
  return {
    output,
    entries: output
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

describe("the log", () => {
  it("tells what kind of error came where, and nothing that was asked for or of a query", () => {
    const { output, entries } = run("info");
    expect(output).not.toMatch(/himitsu|select|params/);
    expect(entries.length).toBeGreaterThanOrEqual(12);
    expect(entries.find(({ msg }) => msg === "a request failed")).toMatchObject({
      level: 50,
      err: { type: "Error", at: expect.any(Array) as string[], cause: { type: "Error", code: "SQLITE_ERROR" } },
    });
    expect(entries.map(({ err }) => JSON.stringify(err) ?? "").find((text) => text.includes("TypeError"))).toMatch(/"at":\["findGoal \(/);
    expect(entries.filter(({ msg }) => msg === "a warning of Node").length).toBeGreaterThan(0);
  });

  it("tells all at debug, each entry on its line, without a character that a terminal obeys", () => {
    const { output } = run("debug");
    expect(output).toMatch(/select \* from himitsu/);
    expect(output.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u200b-\u200f\u2028-\u202e]/u);
  });
});
