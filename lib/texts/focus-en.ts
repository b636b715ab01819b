import { capital, fiscalYearEn } from "./english";
import type { focusJa } from "./focus-ja";

/** Texts of what a chart brings out while it dims all else, in English. */
export const focusEn: typeof focusJa = {
  goal: (year, number, title) => `priority goal ${number} of ${fiscalYearEn(year)}, “${title}”`,
  initiative: (year, tag, text) => `initiative ${tag} of ${fiscalYearEn(year)}, “${text}”`,
  initiativesOf: (goal) => `initiatives of ${goal}`,
  rating: (rating) => `rating ${rating}`,
  lineage: (name) => `${name}, and its continuations`,
  guessed: "candidates included",
  absent: (asked) => `“${asked}”, which was to be brought out, is not in this chart.`,
  only: (name, counts) => `${capital(name)}: brought out, while all else is dimmed${counts && ` (${counts})`}.`,
  ofYear: (year, total, count) => `${count} of ${total} in ${fiscalYearEn(year)}`,
  ofAll: (total, count) => `${count} of ${total}`,
  counted: (name) => `This chart counts by department and year, so ${name} cannot be brought out; it can be where a department is chosen.`,
  aside: (name) => `${name} brought out`,
  inTable: (count) => ` (${count} brought out)`,
  inRow: " (brought out)",
};
