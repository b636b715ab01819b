import { describe, expect, it } from "vitest";
import { answerCrowded, answerUnavailable } from "@/app/_server/unavailable-answer";
import { hashSource } from "@/lib/security-headers";

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

  it("tells its height where the frame was to", () => {
    const { headers, body } = answerUnavailable({ url: "/embed/headline?resize=1" }, "busy");
    const script = /<script>([^]*?)<\/script>/.exec(body)![1]!;
    expect(script).toContain("ayumi:ask");
    expect(headers["content-security-policy"]).toContain(`script-src ${hashSource(script)}`);
    expect(answerUnavailable({ url: "/goals?resize=1" }, "busy").body).not.toContain("<script");
  });

  it("may not, in a page's place", () => {
    const { headers } = answerUnavailable({ url: "/goals" }, "busy");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers).not.toHaveProperty("cross-origin-resource-policy");
  });
});
