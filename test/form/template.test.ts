import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { PRINTED_HEADINGS } from "@/lib/document/labels";
import { blankPlan } from "@/lib/form/blank-plan";
import { fillTemplate } from "@/lib/form/fill-template";
import { makeTemplate } from "@/lib/form/template";
import { readRealPlan } from "./plans";

const plan = readRealPlan("2025-policy-promotion");
const KINDS = ["blank", "previous"] as const;

/** A template that says only this. */
const templateOf = (...paragraphs: string[]) =>
  zipSync({
    ...unzipSync(makeTemplate("blank")),
    "word/document.xml": strToU8(
      `<w:document xmlns:w="urn:w"><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join("")}<w:sectPr/></w:body></w:document>`,
    ),
  });

/** Texts of a file's paragraphs, line breaks as `\n`; throws where a part is no sound XML. */
function listParagraphs(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes);
  for (const [name, part] of Object.entries(parts)) {
    const parser = new SaxesParser({ xmlns: true });
    parser.on("error", (error) => {
      throw new Error(`${name}: ${error.message}`);
    });
    parser.write(strFromU8(part)).close();
  }
  const body = strFromU8(parts["word/document.xml"]!);
  return body.split("</w:p>").map((paragraph) => [...paragraph.matchAll(/<w:br\/>|<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text ?? "\n").join(""));
}

describe.each(KINDS)("the form %s", (kind) => {
  it("for the coming year is sound, has all headings and nothing filled in, and is the same bytes each time", () => {
    const bytes = fillTemplate(makeTemplate(kind), blankPlan(plan, 2026), plan);
    const texts = listParagraphs(bytes);
    expect(texts[0]).toBe("令和8年度 政策推進部の運営方針");
    for (const heading of Object.values(PRINTED_HEADINGS))
      expect(texts.some((text) => text.includes(heading))).toBe(kind === "previous" || heading !== PRINTED_HEADINGS.ignored);
    expect(texts.filter((text) => text.includes("今年度の達成目標"))).toHaveLength(6);
    expect(texts.join("\n").includes("染色業")).toBe(kind === "previous");
    expect(strFromU8(unzipSync(bytes)["word/footer1.xml"]!).includes("は令和7年度の記載で、取り込まれません。")).toBe(kind === "previous");
    expect(texts.join("\n")).not.toMatch(/[{}]/);
    expect(fillTemplate(makeTemplate(kind), blankPlan(plan, 2026), plan)).toEqual(bytes);
  });

  it("holds what XML cannot, braces and line breaks", () => {
    const text = "<A&B>\u0000{title}\u{1f600}\ud800\n二行目\v三行目";
    const odd = { ...plan, priorityGoals: plan.priorityGoals.map((goal) => ({ ...goal, overallAssessment: text })) };
    expect(listParagraphs(fillTemplate(makeTemplate(kind), odd, odd))).toContain("&lt;A&amp;B&gt;〓{title}\u{1f600}〓\n二行目\n三行目");
  });
});

it("of an invented city says so at the foot of each page", () => {
  const invented = { ...plan, municipality: "青ヶ浜市（架空）" };
  for (const [city, says] of [
    [plan, false],
    [invented, true],
  ] as const) {
    const parts = unzipSync(fillTemplate(makeTemplate("previous"), blankPlan(city, 2026), city));
    for (const foot of ["word/footer1.xml", "word/footer2.xml"]) expect(strFromU8(parts[foot]!).includes("架空のデータです。")).toBe(says);
  }
});

describe("a city's own template", () => {
  it("is filled in by the same tags", () => {
    const bytes = templateOf("{department}", "{#priorityGoals}", "{number} {title}（{previous.title}）{#targets}{text}{/targets}", "{/priorityGoals}");
    const texts = listParagraphs(fillTemplate(bytes, blankPlan(plan, 2026), plan));
    expect(texts.slice(0, 2)).toEqual(["政策推進部", `1 （${plan.priorityGoals[0]!.title}）`]);
  });

  it.each([
    ["{名前}", "{名前} に当たる項目は、そこにはありません"],
    ["{achievement}", "{achievement} に当たる項目は、そこにはありません"],
    ["{#priorityGoals}{previous.text}{/priorityGoals}", "{previous.text} に当たる項目は、そこにはありません"],
    ["{constructor}{toString}", "{constructor}、{toString} に当たる項目は、そこにはありません"],
    ["{#targets}{text}{/targets}", "{#targets} に当たる項目は、そこにはありません"],
    ["{#priorityGoals}{title}", "{#priorityGoals} に対する {/priorityGoals} がありません"],
    ["{title}{/targets}", "{/targets} に対する {#targets} がありません"],
    ["{#priorityGoals}{#targets}{/priorityGoals}{/targets}", "{#targets} が {/priorityGoals} で閉じられています"],
    ["{title", "「{title」の { に対する } がありません"],
    ["title}", "「title」の } に対する { がありません"],
  ])("that cannot be filled in says why: %s", (text, sentence) => {
    expect(() => fillTemplate(templateOf(text), plan, plan)).toThrow(sentence);
  });

  it("gets no text put in as XML", () => {
    expect(() => fillTemplate(templateOf("{@title}"), plan, plan)).toThrow(/title/);
  });

  it.each([
    ["no file", new Uint8Array()],
    ["text", strToU8("令和8年度")],
    ["half a file", makeTemplate("blank").slice(0, 3000)],
    ["another archive", zipSync({ a: strToU8("b") })],
  ])("that is no Word file is refused: %s", (_, bytes) => {
    expect(() => fillTemplate(bytes, plan, plan)).toThrow("Wordの文書（.docx）ではありません");
  });
});
