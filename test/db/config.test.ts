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
