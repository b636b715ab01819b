import { listAreas } from "@/lib/domain/department";
import { type GoalFilter, NONE } from "@/lib/domain/goal-filter";
import type { GoalRow } from "@/lib/domain/rows";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import type { ChartGrouping } from "../contract";
import { groupBy } from "../group-by";

/** Names of departments by their ids. */
export type DepartmentNames = ReadonlyMap<string, string>;

/** The group that a goal is counted in; `null` where its document names none. */
export function nameGroup(goal: GoalRow, by: ChartGrouping, departments: DepartmentNames, texts: ChartTexts): string | null {
  if (by === "year") return texts.all;
  if (by === "area") return goal.policyArea;
  return by === "department" ? departments.get(goal.departmentId)! : (goal.policyGoal?.name ?? null);
}

/** Areas and departments in the city's order; policy goals by what they hold, the largest first. No name comes last. */
export function orderGroups(goals: readonly GoalRow[], by: ChartGrouping, departments: DepartmentNames, texts: ChartTexts): (string | null)[] {
  if (by === "area") return listAreas(goals);
  if (by === "department") return [...departments.values()];
  const compare = ([a, ofA]: [string | null, readonly GoalRow[]], [b, ofB]: [string | null, readonly GoalRow[]]) => {
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return ofB.length - ofA.length || (a < b ? -1 : 1);
  };
  return [...groupBy(goals, (goal) => nameGroup(goal, by, departments, texts))].sort(compare).map(([name]) => name);
}

/** What asks for just a group's goals. */
export function filterFor(by: ChartGrouping, name: string | null, departments: DepartmentNames): GoalFilter {
  if (by === "year") return {};
  if (by === "area") return { policyAreas: [name ?? NONE] };
  if (by === "policy-goal") return { policyGoals: [name ?? NONE] };
  return { departments: [findDepartment(departments, name)] };
}

/** The id of the department of that name. */
export function findDepartment(departments: DepartmentNames, name: string | null): string {
  return [...departments].find(([, department]) => department === name)?.[0] ?? NONE;
}
