import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { licence, licenceUrl } from "@/db/config";

describe("the terms of re-use", () => {
  afterEach(() => vi.unstubAllEnvs());

  it("claim nothing unless the configuration says so", () => {
    expect([licence(), licenceUrl()]).toEqual(["出典：柏原市。再利用の条件は柏原市の定めによります。", null]);
    vi.stubEnv("AYUMI_MUNICIPALITY", "架空市");
    expect(licence()).toBe("出典：架空市。再利用の条件は架空市の定めによります。");
  });

  it("are those of the configuration, with an address that is one of a page", () => {
    vi.stubEnv("AYUMI_LICENSE", "架空の利用規約による。");
    vi.stubEnv("AYUMI_LICENSE_URL", "https://example.invalid/terms");
    expect([licence(), licenceUrl()]).toEqual(["架空の利用規約による。", "https://example.invalid/terms"]);
    for (const url of ["javascript:alert(1)", "terms.html", " "]) {
      vi.stubEnv("AYUMI_LICENSE_URL", url);
      expect(licenceUrl(), url).toBeNull();
    }
  });
});

/** Set by Node.js's and npm's own ways of running things. */
const FOREIGN = new Set(["NODE_ENV", "INIT_CWD"]);

it("README's table names every variable that is read", () => {
  const table = readFileSync("README.md", "utf8").split("| variable | meaning | default |")[1]!.split("\n\n")[0]!;
  const sources = ["app", "db", "lib"].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name)).map((name) => path.join(folder, name)));
  const read = new Set(sources.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/(?:process\.)?env\.([A-Z][A-Z_]+)/g)].map(([, name]) => name!)).filter((name) => !FOREIGN.has(name)));
  expect(read.size).toBeGreaterThan(10);
  expect([...read].filter((name) => !table.includes(`\`${name}\``))).toEqual([]);
});
