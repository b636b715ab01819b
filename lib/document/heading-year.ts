import { findFiscalYear } from "@/lib/domain/fiscal-year";
import type { Label } from "./labels";
import { narrowText } from "./normalize";

/** What may stand in a plan beside the same of another year. A target's heading may be left over from last year's form. */
const YEARLY: ReadonlySet<Label> = new Set<Label>(["achievement", "rating", "overallRating", "initiativeRating", "result", "assessment"]);
const OTHER = /[前昨]年度?(?!度?比)|前回|過年度|[翌来]年度/;
/** R6, 令和6 or 2024 without 年度; no date such as R8.3 or 令和8年3月末. */
const BARE_YEAR = /(?:令和|平成|R|H)(?:\d{1,2}|元)(?![\d.年/(])|(?<!\d)20\d{2}(?![\d.年/(])/gi;

/** Whether a heading says that what it heads is of another year than the plan's: 令和6年度達成度, 達成度（R6）, 全体の達成度（前年度）. */
export function headsOtherYear(heading: string, label: Label, year: number | null, labels: ReadonlySet<Label> = YEARLY): boolean {
  if (!labels.has(label)) return false;
  // A heading without a note and a number names no year.
  if (!/[0-9０-９年前昨翌来回元一二三四五六七八九十]/.test(heading)) return false;
  const text = narrowText(heading).replace(/\s/g, "");
  if (OTHER.test(text)) return true;
  if (year === null) return false;
  const years = listYears(text);
  return years.length > 0 && !years.includes(year);
}

function listYears(text: string): number[] {
  const years: number[] = [];
  let rest = text;
  for (let found = findFiscalYear(rest); found; found = findFiscalYear(rest)) {
    years.push(found.year);
    rest = rest.slice(0, found.index) + rest.slice(found.index + found.length);
  }
  for (const [bare] of rest.matchAll(BARE_YEAR)) years.push(findFiscalYear(`${bare}年度`)?.year ?? 0);
  return years;
}
