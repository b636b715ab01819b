import type { changeJa } from "./change-ja";
import { countEn, fiscalYearEn, listEn } from "./english";

const LINKS = ["link", "links"] as const;

/** Texts of the change of ratings, in English. */
export const changeEn: typeof changeJa = {
  title: (years, asides = []) => {
    const told = years ? [`${fiscalYearEn(years.from)} to ${fiscalYearEn(years.to)}`, ...asides] : asides;
    return `Ratings of priority goals that were carried on${told.length > 0 ? ` (${told.join("; ")})` : ""}`;
  },
  nothing: "There are no priority goals of two years to be compared.",
  none: (from, to) => `No priority goal was found to be carried on from ${fiscalYearEn(from)} to ${fiscalYearEn(to)}.`,
  who: (from, to, { count, checked }, continuing) =>
    `From ${fiscalYearEn(from)} to ${fiscalYearEn(to)}, priority goals have ${countEn(count, LINKS)}: ${continuing} (${checked} confirmed by staff).`,
  moved: ({ up, same, down, outside }) =>
    `Ratings rose: ${up}, stayed: ${same}, fell: ${down}${outside > 0 ? `, moved to or from outside the order: ${outside}` : ""}.`,
  otherScales: (from, to) => `${fiscalYearEn(from)} and ${fiscalYearEn(to)} rate by different standards, so no rise or fall is told.`,
  someOtherScale: (count) => `Of ${countEn(count, LINKS)} between ratings by different standards, no rise or fall is told.`,
  yearsNotRated: (years) => `${listEn(years.map(fiscalYearEn))} ${years.length === 1 ? "has" : "have"} no ratings, so no rise or fall can be told.`,
  someNotRated: (count) => `Of ${countEn(count, LINKS)} with an end that is not rated, no rise or fall can be told.`,
  bands: "A band’s thickness and number count links.",
  lines: "Each line is one link.",
  between: "Where there is room, lines pass through the ratings of the years between, as far as they can be compared.",
  outside: (labels) => `${listEn(labels)} ${labels.length === 1 ? "stands" : "stand"} outside the order; moves to and from there are no rise or fall.`,
  course: {
    up: "Rose",
    same: "Same",
    down: "Fell",
    outside: "To or from outside the order",
    "not-rated": "To or from not rated",
    incomparable: "Not comparable",
  },
  line: (before, after, course, doubt) => `${before} → ${after} (${course}; ${doubt})`,
  band: (before, after, count, course) => `${before} → ${after}: ${count} (${course})`,
  stop: (year, number, title, rating) => `${fiscalYearEn(year)} priority goal ${number} “${title}” ${rating}`,
  candidate: "candidate for a continuation",
  candidates: "candidates for a continuation",
  continuing: "continuations",
  checked: "continuation (confirmed)",
  allChecked: (links) => `Staff have confirmed ${links === 1 ? "the link" : `all ${links} links`}.`,
  doubt: (links, checked) => `Candidates found by a program: staff have confirmed ${checked} of ${countEn(links, LINKS)}.`,
  scaleOfYear: (year) => `Scale of ${fiscalYearEn(year)}`,
  scaleOf: (department, others) => `Scale of ${department}${others > 0 ? ` and ${others} more` : ""}`,
  table: { move: "Change", count: "Count", status: "Checked" },
};
