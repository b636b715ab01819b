import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { disposeAs } from "@/lib/content-disposition";

const header = (...given: Parameters<typeof disposeAs>) => disposeAs(...given)["Content-Disposition"];

describe("the name that a file is saved under", () => {
  it("stands as it is in ASCII, else coded, after one for what reads no other", () => {
    expect(header("attachment", "goals.csv")).toBe('attachment; filename="goals.csv"');
    expect(header("inline", "図（1）'*.png", "chart.png")).toBe(`inline; filename="chart.png"; filename*=UTF-8''%E5%9B%B3%EF%BC%881%EF%BC%89%27%2A.png`);
  });

  it("is one that RFC 8187 can read, whatever it holds", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (name) => {
        const text = header("attachment", name);
        expect(text).toMatch(/^attachment; filename(?:="[\w.()-]+"|\*=UTF-8''(?:[\w!#$&+.^`|~-]|%[0-9A-F]{2})+)$/);
      }),
    );
  });
});
