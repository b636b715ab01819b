import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const directory = mkdtempSync(join(tmpdir(), "ayumi-bench-"));

beforeAll(() => {
  const programme = (id: number, title: string) =>
    JSON.stringify({ id, organization: "甲省", department: "局", responsibleUnit: "課", title, purpose: `${title}を進める。`, summary: "" });
  const write = (name: string, programmes: string[]) => writeFileSync(join(directory, name), gzipSync(programmes.join("\n")));
  write("programmes-2015.ndjson.gz", [programme(1, "海岸事業"), programme(2, "港湾整備")]);
  write("programmes-2019.ndjson.gz", [programme(3, "港湾整備"), programme(4, "海岸事業（直轄）")]);
  writeFileSync(join(directory, "continuations-2015-2019.csv"), "predecessor_id,successor_id,renamed\n1,4,1\n2,3,0\n");
});
afterAll(() => rmSync(directory, { recursive: true }));

test("prints hit rates, time, memory and calibration", async () => {
  const { stdout } = await bench(directory);
  expect(stdout).toContain("2 × 2 programmes");
  expect(stdout).toContain("hit@1  all 1.0000 (2 of 2), renamed 1.0000 (1 of 1)");
  expect(stdout).toMatch(/time +\d+\.\d\d s, peak memory \d+ MB/);
  expect(stdout).toMatch(/scored ≥ 0\.8: /);
});

test("says which file is missing", async () => {
  const nowhere = join(directory, "nowhere");
  await expect(bench(nowhere)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`no such file: "${join(nowhere, "continuations-2015-2019.csv")}"`),
  });
  await expect(bench()).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining("usage: npm run bench:continuation -- DIR") });
});

function bench(...args: string[]) {
  return promisify(execFile)(process.execPath, ["--import", "tsx", "test/bench/continuation.ts", ...args], { cwd: root });
}
