import { countEn, fiscalYearEn, goalsOfEn, listEn } from "./english";
import type { goalChartJa } from "./goal-chart-ja";

const TARGETS = ["target", "targets"] as const;
const LINKS = ["link", "links"] as const;
const KINDS = { continued: "continuation", merged: "merger", split: "split", related: "related only, not carried on" } as const;
const STATUSES = { proposed: "candidate, not confirmed", confirmed: "confirmed", added: "added by staff", rejected: "rejected by staff" } as const;

/** Texts of the chart of one goal, in English. */
export const goalChartEn: typeof goalChartJa = {
  name: "One priority goal",
  title: (year, department, number, title) => `${fiscalYearEn(year)} ${department}, priority goal ${number}: ${title}`,
  numbered: (number) => `Priority goal ${number}`,
  goalsOf: goalsOfEn,
  named: (number, title, rating) => `Priority goal ${number} ${title}: ${rating}`,
  inYear: (year, number, title, rating) => `${fiscalYearEn(year)} priority goal ${number} ${title}: ${rating}`,
  place: (area, units) => `Policy area: ${area}, responsible: ${units}`,
  overall: "Overall rating",
  listed: "Rating in the summary table",
  targets: (count) => countEn(count, TARGETS),
  initiatives: (count) => countEn(count, ["initiative", "initiatives"]),
  more: (count) => `${count} more`,
  rated: (what, rating) => `${what}: ${rating}.`,
  notRated: "Not rated.",
  planned: "This is a plan from the start of its year, without ratings.",
  withoutRating: "Its document states no overall rating.",
  notOnScale: (printed) => `Its document says “${printed}”, which is not on its scale.`,
  targetRating: (rating) => `Its target is rated ${rating}.`,
  targetsAlike: (count, rating) => `Its ${countEn(count, TARGETS)} are each rated ${rating}.`,
  targetRatings: (count, ratings) => `Its ${countEn(count, TARGETS)} are rated ${listEn(ratings)}.`,
  ratingOf: (rating, count) => `${rating} (${count})`,
  targetsNotRated: (count) => `Its ${countEn(count, TARGETS)} ${count === 1 ? "is" : "are"} not rated.`,
  noPredecessor: (year) => `It is not in ${fiscalYearEn(year)}, as a program finds; staff have not confirmed it.`,
  noSuccessor: (year) => `No successor was found in ${fiscalYearEn(year)} by a program; staff have not confirmed it.`,
  link: ({ kind, status }) => `${KINDS[kind]} (${STATUSES[status]})`,
  links: (links) => {
    const names = links.map(({ kind, status }) => `${KINDS[kind]}, ${STATUSES[status]}`);
    const each = [...new Set(names)];
    return each.map((name) => (links.length === 1 ? name : `${countEn(names.filter((other) => other === name).length, LINKS)}: ${name}`)).join("; ");
  },
  before: (year, goals, links, ratings) => `Before it, in ${fiscalYearEn(year)}: ${goals} (${links}), ${lower(ratings)}.`,
  after: (year, goals, links, ratings) => `After it, in ${fiscalYearEn(year)}: ${goals} (${links}), ${lower(ratings)}.`,
  otherScale: "The documents rate by different standards, so the years are not compared.",
  dashed: "Dashed lines are candidates found by a program, not confirmed by staff.",
  solid: "Solid lines are links that staff confirmed.",
  blank: "An empty square is not rated.",
  missing: (from, to) => `There are no documents for ${fiscalYearEn(from)}${from === to ? "" : ` to ${fiscalYearEn(to)}`}.`,
  notDrawn: (count) => `${count} more are not drawn.`,
  noDocuments: "no documents",
  part: { target: "Target ", initiative: "Initiative " },
  axis: (year) => ({ era: "FY", count: `’${String(year % 100).padStart(2, "0")}` }),
};

/** Within a sentence. */
function lower(text: string): string {
  return text.startsWith("Not rated") ? text.replace("Not", "not") : `rated ${text}`;
}
