import type { distributionJa } from "./distribution-ja";
import { capital, countEn, fiscalYearEn, listEn, UNITS_EN, withCount } from "./english";
import { focusEn } from "./focus-en";

const BY = { area: "by policy area and year", "policy-goal": "by policy goal and year", department: "by department and year", year: "by year" } as const;
const DEPARTMENTS = ["department", "departments"] as const;

/** Texts of the rating distribution, the years beside each other and the summary, in English. */
export const distributionEn: typeof distributionJa = {
  title: ({ by, unit, measure, focus }) => `Achievement ratings of ${UNITS_EN[unit][1]} ${BY[by]} (${measure}${focus ? `; ${focusEn.aside(focus)}` : ""})`,
  nothing: (unit) => `No ${UNITS_EN[unit][0]} meets the conditions.`,
  nothingIn: (year, unit) => `No ${UNITS_EN[unit][0]} of ${fiscalYearEn(year)} meets the conditions.`,
  allNotRated: (count) => `None of ${count} is rated.`,
  ofThem: (count, segments) => `Of ${count}: ${segments}.`,
  ofWhich: (count) => `Of ${count}`,
  segment: (label, count) => `${label} ${count}`,
  shortSegment: (name, count) => `${name} ${count}`,
  groupSegments: (group, segments) => `${group}: ${segments}`,
  yearSegments: (year, segments) => `${fiscalYearEn(year)}: ${segments}`,
  moreGroups: (count) => `${count} more`,
  breakdown: (year, groups) => `In ${fiscalYearEn(year)}, ${groups.join("; ")}.`,
  otherScales: (years) => `The documents rate by different standards, so ${years} are not compared.`,
  yearUnits: (year, count) => `${count} of ${fiscalYearEn(year)}`,
  cannotCompare: (what) => `Achievement cannot be compared, because there are no ratings yet for ${what}.`,
  direction: {
    up: "Wherever the line is drawn, achievement has risen.",
    down: "Wherever the line is drawn, achievement has fallen.",
    same: "Achievement is about the same.",
    unclear: "Whether it rose or fell as a whole cannot be said.",
  },
  leftOut: {
    notRated: (count) => `${countEn(count, DEPARTMENTS)} not rated`,
    notBefore: (count, from) => `${countEn(count, DEPARTMENTS)} without ratings in ${fiscalYearEn(from)}`,
    reorganised: (count) => `${countEn(count, DEPARTMENTS)} not rated both before and after a reorganisation`,
    otherScale: (count) => `${countEn(count, DEPARTMENTS)} rated by another standard`,
  },
  basis: (departments, leftOut) => {
    const same = departments.length === 1 ? `For ${departments[0]}` : `For the same ${departments.length} departments`;
    return leftOut ? `${same} (without ${leftOut}), ` : departments.length > 1 ? `${same}, ` : "";
  },
  compared: (basis, from, before, to, after) => `${basis}${fiscalYearEn(from)} has ${before} and ${fiscalYearEn(to)} has ${after}.`,
  joined: (before, after) => `${listEn(before)} before a reorganisation ${before.length === 1 ? "is" : "are"} compared with ${listEn(after)} after it.`,
  counts: (count, ratings) => `${count} (${ratings.map(([name, own]) => `${name} ${own}`).join(", ")})`,
  basisOf: (measure, unit) =>
    measure === "share" ? `Shares of ${UNITS_EN[unit][1]}; each is a share of those of its row that are rated.` : `Counts of ${UNITS_EN[unit][1]}.`,
  countedUnits: (unit) => `Counts of ${UNITS_EN[unit][1]}.`,
  inTotal: (counts) => `In total: ${counts}.`,
  yearCount: (year, count) => `${count} in ${fiscalYearEn(year)}`,
  cut: (most, more) => `The chart and its table hold the ${most} largest rows (${more} more are in the CSV file).`,
  users: (name, users) => `${name} (${users})`,
  noUsers: "without a printed scale",
  noUnit: (unit) => `No ${UNITS_EN[unit][1]}`,
  goalName: (number, title) => `Priority goal ${number} ${title}`,
  unitName: (name, label, year) => `${name}: ${label} (${fiscalYearEn(year)})`,
  segmentName: (year, label, count) => `${fiscalYearEn(year)} ${label} ${count}`,
  rowName: (year, total, segments) => `${fiscalYearEn(year)} ${total}: ${segments}`,
  initiativesHead: "Carried on",
  narrowed: {
    name: (ratings, notRated) => (ratings.length === 0 ? "goals that are not rated" : `goals rated ${ratings.join(" or ")}${notRated ? ", or not rated" : ""}`),
    basis: (name, unit, takesNotRated) =>
      `Only ${unit === "targets" ? "targets of " : ""}${name} are counted, and no ${unit === "targets" ? "targets of goals" : "goals"} of other ratings${takesNotRated ? "" : " or of none"}; so ${unit === "goals" ? "neither shares nor a comparison of years are" : "no comparison of years is"} given.`,
  },
  carried: {
    from: (from, unit) => `${unit === "goals" ? "goals" : "targets of goals"} carried on from ${fiscalYearEn(from)}`,
    name: (from, unit, status) => `${capital(distributionEn.carried.from(from, unit))} (${status})`,
    described: (from, status) => `carried on from ${fiscalYearEn(from)} (${status})`,
    aside: (described) => `, ${described}`,
    goingOn: (total, count, { from, to }) => `${count} of ${total} in ${fiscalYearEn(from)} that go on to ${fiscalYearEn(to)}`,
    ofThem: (described, count) => `, of these ${count} ${described}`,
    inTable: (count) => ` (${count} carried on)`,
    caption: (title, name) => `${title}. Carried on: ${name}`,
    candidate: "candidates",
    confirmed: "confirmed by staff",
    mixed: "candidates, some of them confirmed by staff",
    partly: (confirmed) => `candidates, ${confirmed} of them confirmed by staff`,
    initiatives: (from, to, before, continuing) =>
      `Of ${countEn(before, ["initiative", "initiatives"])} of ${fiscalYearEn(from)}, ${withCount(continuing, "goes", "go")} on to ${fiscalYearEn(to)} (candidates included)`,
    initiativesBasis: (from, to) => `“Carried on” counts the initiatives of ${fiscalYearEn(from)} that go on to ${fiscalYearEn(to)} (candidates included).`,
    impossible: (from) => `Goals carried on from ${fiscalYearEn(from)} cannot be shown: there are none of that year, or no later year is rated.`,
    dim: "Dim all else",
    undim: "Undo",
  },
  summary: {
    title: (year, who) => `Achievement of ${who}, ${year}`,
    noYear: "Achievement in figures",
    partly: (all, rated) => `${rated} of ${all} departments`,
    plan: (year, count) => `${fiscalYearEn(year)} (planned) has ${count}`,
    inAll: (count) => `In total: ${count}.`,
    figure: (label, count) => `${label} ${count}`,
  },
};
