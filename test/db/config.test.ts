import { afterEach, describe, expect, it, vi } from "vitest";
import { hasPublicUrl, licence, licenceUrl, noteListening, siteUrl } from "@/db/config";

afterEach(() => vi.unstubAllEnvs());

describe("the terms of re-use", () => {
  it("claim nothing unless the configuration says so", () => {
    expect([licence(), licenceUrl()]).toEqual(["出典：柏原市。再利用の条件は柏原市の定めによります。", null]);
    vi.stubEnv("AYUMI_MUNICIPALITY", "架空市");
    expect(licence()).toBe("出典：架空市。再利用の条件は架空市の定めによります。");
    expect(licence("en")).toBe("Source: 架空市. The terms of re-use are those of 架空市.");
  });

  it("are those of the configuration, with an address that is one of a page", () => {
    vi.stubEnv("AYUMI_LICENSE", "架空の利用規約による。");
    vi.stubEnv("AYUMI_LICENSE_URL", "https://example.invalid/terms");
    expect([licence(), licence("en"), licenceUrl()]).toEqual(["架空の利用規約による。", "架空の利用規約による。", "https://example.invalid/terms"]);
    vi.stubEnv("AYUMI_LICENSE_EN", "Free to quote.");
    expect([licence(), licence("en")]).toEqual(["架空の利用規約による。", "Free to quote."]);
  });
});

it("the site's address is the configuration's, else where it listens, which is public to nobody", () => {
  expect([siteUrl(), hasPublicUrl()]).toEqual(["http://localhost:3000", false]);
  noteListening("http://127.0.0.1:8080");
  noteListening("http://127.0.0.1:8081");
  expect([siteUrl(), hasPublicUrl()]).toEqual(["http://127.0.0.1:8080", false]);
  vi.stubEnv("AYUMI_URL", " https://Ayumi.example.jp:443/ ");
  expect([siteUrl(), hasPublicUrl()]).toEqual(["https://ayumi.example.jp", true]);
});
