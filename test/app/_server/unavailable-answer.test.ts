import { describe, expect, it } from "vitest";
import { answerCrowded, answerUnavailable } from "@/app/_server/unavailable-answer";

describe("what is answered while nothing can be served", () => {
  it("may be held in a frame in an embed's place, by any page", () => {
    for (const { status, headers, body } of [answerUnavailable({ url: "/embed/headline?lang=en" }, "busy"), answerCrowded({ url: "/embed/goal?lang=en" })]) {
      expect(status).toBe(503);
      expect(headers).toMatchObject({
        "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
        "cross-origin-embedder-policy": "require-corp",
        "cross-origin-resource-policy": "cross-origin",
        "content-type": "text/html; charset=utf-8",
      });
      expect(body).toContain('<html lang="en">');
    }
  });

  it("may not, in a page's place", () => {
    const { headers } = answerUnavailable({ url: "/goals" }, "busy");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers).not.toHaveProperty("cross-origin-resource-policy");
  });
});
