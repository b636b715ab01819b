import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitNarrative } from "@/lib/domain/narrative";

describe("splitNarrative", () => {
  it("sets lines as paragraphs", () => {
    expect(splitNarrative("一行目。\n二行目。")).toEqual([
      { kind: "paragraph", text: "一行目。" },
      { kind: "paragraph", text: "二行目。" },
    ]);
  });

  it("sets a converter's bullets on one line as a list, and leaves middle dots inside words alone", () => {
    expect(splitNarrative("・ 企画・立案をしました。 ・ 研修を実施しました。")).toEqual([
      { kind: "list", items: ["企画・立案をしました。", "研修を実施しました。"] },
    ]);
    expect(splitNarrative("企画・調整 ・ 研修")).toEqual([{ kind: "paragraph", text: "企画・調整 ・ 研修" }]);
  });

  it("joins list lines that follow each other", () => {
    expect(splitNarrative("まえがき\n・一つ\n・二つ\nあとがき")).toEqual([
      { kind: "paragraph", text: "まえがき" },
      { kind: "list", items: ["一つ", "二つ"] },
      { kind: "paragraph", text: "あとがき" },
    ]);
  });

  it("loses nothing but bullets and blanks", () => {
    const bare = (text: string) => text.replace(/[\s\u3000・●○■□◆◇▪•]/g, "");
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("・", " ", "\n", "あ", "防災", "●", "。") }), (text) => {
        const told = splitNarrative(text).map((block) => (block.kind === "paragraph" ? block.text : block.items.join("")));
        expect(bare(told.join(""))).toBe(bare(text));
      }),
    );
  });
});
