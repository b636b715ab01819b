import type { RatingScaleEntry } from "@/lib/domain/plan";
import { narrowText } from "./normalize";

const PERCENT = /(\d{1,3}(?:\.\d{1,2})?)(?:%|パーセント)?(以上|超|を超え|以下|未満|~)?/g;
/** What makes a percentage a change or a tolerance and no share of the target: △10%, ±5%, 前年比110%. */
const CHANGE_BEFORE = /(?:[△▲±+-]|前年度?比|増減率?|増加率|減少率|伸び率|昨年度?比)$/;
const CHANGE_BEHIND = /^(?:以内|の?(?:増|減|上昇|低下|下落|ポイント)|以上の?(?:増|減|上昇|低下|下落)|未満の?(?:増|減|上昇|低下|下落)|程度)/;

/** The percentages that a criterion names: 100% as 100–100, 70%以上100%未満 as 70–100, 50%未満 as null–50; none of △10%以内. */
export function readPercentRange(criterion: string | null): Pick<RatingScaleEntry, "min" | "max"> {
  const text = narrowText(criterion ?? "")
    .replace(/\s/g, "")
    .replace(/[〜～]/g, "~");
  const found = [...text.matchAll(PERCENT)].filter(
    ({ 0: whole, index }) =>
      /%|パーセント/.test(whole) || (whole.endsWith("~") && /^\d{1,3}(?:\.\d{1,2})?(?:%|パーセント)/.test(text.slice(index + whole.length))),
  );
  const isChange = found.some(({ 0: whole, index }) => {
    const behind = text.slice(index).replace(/^[\d.]+(?:%|パーセント)?/, "");
    return CHANGE_BEHIND.test(behind) || (CHANGE_BEFORE.test(text.slice(0, index)) && !text.slice(0, index).endsWith("~") && whole !== "");
  });
  if (isChange) return { min: null, max: null };
  let min: number | null = null;
  let max: number | null = null;
  for (const [, digits, word] of found) {
    const percent = Number(digits);
    if (word === "以上" || word === "超" || word === "を超え" || word === "~") min ??= percent;
    else if (word === "未満" || word === "以下") max ??= percent;
    else if (found.length === 1) return { min: percent, max: percent };
    else max ??= percent;
  }
  return { min, max };
}

/** The one entry whose band a percentage falls into; `null` where none or several have it. */
export function findBand(percent: number, entries: readonly RatingScaleEntry[]): RatingScaleEntry | null {
  const exact = entries.filter(({ min, max }) => min !== null && min === max && min === percent);
  const within = entries.filter(({ min, max }) => (min !== null || max !== null) && min !== max && (min ?? 0) <= percent && (max === null || percent < max));
  const atTop = entries.filter(({ min, max }) => min !== max && max === percent && (min ?? 0) < percent);
  const [found, ...others] = [exact, within, atTop].find((list) => list.length > 0) ?? [];
  return found && others.length === 0 ? found : null;
}
