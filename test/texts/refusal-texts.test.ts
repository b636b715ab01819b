import { describe, expect, it } from "vitest";
import { refusalEn } from "@/lib/texts/refusal-en";
import { type RefusalTexts, refusalJa } from "@/lib/texts/refusal-ja";
import { ENGLISH } from "../error-answer";

/** Parts of sentences. */
const PARTS = ["oneOf", "anyText", "wholeNumber", "number", "year", "municipality", "dataset", "goal", "focus", "notNow"];
const NAMES = Object.keys(refusalJa) as (keyof RefusalTexts)[];
/** The reason that they are given is Japanese. */
const REASONED = ["template", "unavailable"];

function fill(texts: RefusalTexts, name: keyof RefusalTexts, values: readonly unknown[]): string {
  const text = texts[name] as string | ((...values: readonly unknown[]) => string);
  return typeof text === "string" ? text : text(...values);
}

describe("what is refused", () => {
  it.each(NAMES)("is said in both languages, with all that it quotes: %s", (name) => {
    const values = name === "noChart" ? ["x1", ["x2", "x3"]] : name === "oneOf" ? [["x1", "x2"]] : ["x1", "x2", "x3"];
    const [ja, en] = [fill(refusalJa, name, values), fill(refusalEn, name, values)];
    expect(PARTS.includes(name) ? `${en}.` : en).toMatch(ENGLISH);
    if (!PARTS.includes(name) && !REASONED.includes(name)) expect(ja).toMatch(/。$/);
    if (!REASONED.includes(name)) for (const value of ["x1", "x2", "x3"]) expect(en.includes(value), value).toBe(ja.includes(value));
  });
});
