import { describe, expect, it } from "vitest";
import { findChromium } from "./chromium";

describe("findChromium", () => {
  it.runIf(process.platform === "linux")("says exactly what to install where there is no browser", () => {
    expect(() => findChromium({ PATH: "" })).toThrow("apt-get install -y chromium fonts-noto-cjk");
  });

  it("takes the browser that CHROMIUM_PATH names, and says so where it does not exist", () => {
    expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
    expect(() => findChromium({ CHROMIUM_PATH: "/nowhere/chromium" })).toThrow('"/nowhere/chromium"');
  });
});
