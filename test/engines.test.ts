import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, it } from "vitest";

interface Locked {
  engines?: { node?: string };
  /** npm leaves it out where it cannot run. */
  optional?: boolean;
}

const { minVersion, satisfies } = createRequire(import.meta.url)("semver") as {
  minVersion(range: string): { version: string };
  satisfies(version: string, range: string): boolean;
};
const { engines } = JSON.parse(readFileSync("package.json", "utf8")) as Required<Locked>;
const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, Locked> };
const oldest = minVersion(engines.node!).version;

it.each([oldest, "24.0.0"])("no package of the lock refuses Node %s", (version) => {
  expect(packages[""]!.engines).toEqual(engines);
  const ranges = Object.entries(packages).flatMap(([name, { engines, optional }]) =>
    engines?.node === undefined || optional ? [] : [[name, engines.node] as const],
  );
  expect(ranges.length).toBeGreaterThan(100);
  expect(ranges.filter(([, range]) => !satisfies(version, range))).toEqual([]);
});

it("documents name the oldest Node that will do", () => {
  for (const name of ["README.md", "CONTRIBUTING.md"]) expect(readFileSync(name, "utf8")).toContain(`Node ≥ ${oldest.replace(/\.0$/, "")} and npm`);
});
