import { goalRating } from "@/lib/domain/goal-filter";
import { type Direction, findDirection } from "@/lib/domain/rating/direction";
import type { RatingValue } from "@/lib/domain/rating/value";
import { type DepartmentChange, joinDepartments } from "@/lib/domain/reorganisation";
import type { GoalRow, PlanRow } from "@/lib/domain/rows";
import { groupBy } from "./group-by";

/** A goal or target, by whose it is and how it is rated. */
export interface Observed {
  municipality: string;
  department: string;
  departmentId: string;
  fiscalYear: number;
  value: RatingValue | null;
}

/** Goals as they are compared. */
export function observeGoals(goals: readonly GoalRow[]): Observed[] {
  return goals.map((goal) => observe(goal, goalRating(goal)));
}

/** A goal's rating, or one of its targets', as it is compared. */
export function observe({ municipality, department, departmentId, fiscalYear }: GoalRow, value: RatingValue | null): Observed {
  return { municipality, department, departmentId, fiscalYear, value };
}

/** What two years' ratings are compared on: the departments rated in both, by scales that mean the same; those of a merger or a split together. */
export interface RatingComparison {
  from: number;
  to: number;
  departments: { id: string; name: string }[];
  before: RatingValue[];
  after: RatingValue[];
  direction: Direction;
  /** Departments of the later year that are left out, by why: not rated in it, nothing rated before, another scale, reorganised so that not all of it is rated in both. */
  leftOut: { notRated: string[]; notBefore: string[]; otherScale: string[]; reorganised?: string[] };
  /** What a merger or a split ties together, by the names that each year's documents give. */
  joined?: { before: string[]; after: string[] }[];
}

/** Why two years are not compared: nothing is rated, or only in one year, or by scales that do not mean the same, or goals were chosen by their ratings. */
export interface ComparisonRefusal {
  why: "not-rated" | "one-year" | "scales" | "chosen";
  /** The years that lack ratings, or whose scales differ. */
  years: number[];
}

/**
 * The year that leads: the newest in which anything is rated, else the newest. A newer plan stands beside it.
 * `null` where there are no plans.
 */
export function findLeadingYear(plans: readonly Pick<PlanRow, "fiscalYear">[], observed: readonly Pick<Observed, "fiscalYear" | "value">[]): number | null {
  const rated = observed.filter(({ value }) => value !== null).map(({ fiscalYear }) => fiscalYear);
  const years = rated.length > 0 ? rated : plans.map(({ fiscalYear }) => fiscalYear);
  return years.length > 0 ? Math.max(...years) : null;
}

/** Compares the leading year with the newest rated year before it that has a department in common. */
export function compareLeadingYear(
  plans: readonly Pick<PlanRow, "fiscalYear" | "changes">[],
  observed: readonly Observed[],
): RatingComparison | ComparisonRefusal {
  const to = findLeadingYear(plans, observed);
  const byYear = groupBy(observed, ({ fiscalYear }) => fiscalYear);
  const ofYear = (year: number) => groupBy(byYear.get(year) ?? [], departmentKey);
  const rated = [...byYear]
    .filter(([, list]) => list.some(({ value }) => value !== null))
    .map(([year]) => year)
    .sort((a, b) => b - a);
  if (to === null || rated.length === 0) return { why: "not-rated", years: [...byYear.keys()].sort((a, b) => a - b) };
  const earlier = rated.filter((year) => year < to);
  if (earlier.length === 0) {
    const unrated = [...new Set(plans.map(({ fiscalYear }) => fiscalYear))].filter((year) => year < to).sort((a, b) => a - b);
    return { why: "one-year", years: unrated };
  }
  const candidates = earlier.map((from) => compareYears(from, to, ofYear(from), ofYear(to), plans.find(({ changes }) => changes)?.changes ?? []));
  return candidates.find(({ departments }) => departments.length > 0) ?? { why: "scales", years: [earlier[0]!, to] };
}

/** Whether there is a comparison at all. */
export function isComparison(result: RatingComparison | ComparisonRefusal): result is RatingComparison {
  return "direction" in result;
}

type ByDepartment = Map<string, Observed[]>;

function compareYears(from: number, to: number, earlier: ByDepartment, later: ByDepartment, changes: readonly DepartmentChange[]): RatingComparison {
  const leftOut = { notRated: [] as string[], notBefore: [] as string[], otherScale: [] as string[], reorganised: [] as string[] };
  const compared: Compared[] = [];
  for (const { before, after, isJoined } of listBases(earlier, later, joinDepartments(changes, from, to))) {
    const names = after.flatMap((own) => own[0]?.department ?? []);
    const [valuesBefore, valuesAfter] = [before.map(listValues), after.map(listValues)];
    const values = [...valuesBefore, ...valuesAfter];
    if (isJoined && values.some((own) => own.length === 0)) leftOut.reorganised.push(...names);
    else if (valuesAfter[0]!.length === 0) leftOut.notRated.push(...names);
    else if (valuesBefore[0]!.length === 0) leftOut.notBefore.push(...names);
    else if (new Set(values.flat().map(({ order }) => order)).size > 1) leftOut.otherScale.push(...names);
    else {
      const departments = after.map(([first]) => ({ id: first!.departmentId, name: first!.department }));
      const joined = isJoined ? { before: before.map(([first]) => first!.department), after: names } : null;
      compared.push({ departments, before: valuesBefore.flat(), after: valuesAfter.flat(), joined });
    }
  }
  // Departments that compare each by a scale of its own are not added up: those of the most common scale stand.
  const scales = groupBy(compared, ({ after }) => after[0]!.order);
  const [shown = [], ...others] = [...scales.values()].sort((a, b) => b.length - a.length);
  leftOut.otherScale.push(...others.flat().flatMap(({ departments }) => departments.map(({ name }) => name)));
  const [before, after] = [shown.flatMap((each) => each.before), shown.flatMap((each) => each.after)];
  const joined = shown.flatMap((each) => each.joined ?? []);
  const { reorganised, ...rest } = leftOut;
  return {
    ...{ from, to, departments: shown.flatMap(({ departments }) => departments), before, after, direction: findDirection(before, after) },
    leftOut: { ...rest, ...(reorganised.length > 0 && { reorganised }) },
    ...(joined.length > 0 && { joined }),
  };
}

interface Compared {
  departments: RatingComparison["departments"];
  before: RatingValue[];
  after: RatingValue[];
  joined: { before: string[]; after: string[] } | null;
}

/** What is compared with what, a list for each department of either year: a department alone, or all that a merger or a split ties together. */
function listBases(earlier: ByDepartment, later: ByDepartment, joined: ReturnType<typeof joinDepartments>) {
  const taken = new Set<object>();
  return [...later].flatMap(([key, own]) => {
    const { municipality, departmentId } = own[0]!;
    const tied = joined.find(({ before, after }) => before.includes(departmentId) || after.includes(departmentId));
    if (!tied) return [{ before: [earlier.get(key) ?? []], after: [own], isJoined: false }];
    if (taken.has(tied)) return [];
    taken.add(tied);
    const listOf = (year: ByDepartment, ids: readonly string[]) => ids.map((id) => year.get(departmentKey({ municipality, departmentId: id })) ?? []);
    return [{ before: listOf(earlier, tied.before), after: listOf(later, tied.after), isJoined: true }];
  });
}

function listValues(observed: readonly Observed[]): RatingValue[] {
  return observed.flatMap(({ value }) => value ?? []);
}

function departmentKey({ municipality, departmentId }: Pick<Observed, "municipality" | "departmentId">): string {
  return `${municipality}\n${departmentId}`;
}
