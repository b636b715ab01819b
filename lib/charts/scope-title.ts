import { listDepartments } from "../domain/department";
import { NONE } from "../domain/goal-filter";
import type { PlanRow } from "../domain/rows";
import { chartTexts } from "../texts/chart-texts";
import type { ChartSubject } from "./contract";
import { nameRatings } from "./rating-distribution/narrowed";

/**
 * A chart's title as it stands away from the site, where nothing else tells what was chosen: with the city, the years,
 * the departments, the areas, the policy goals, the units, the ratings and the kinds of links that its address asks for, unless it names them already.
 */
export function titleWithScope(title: string, { filter, language }: Pick<ChartSubject, "filter" | "language">, plans: readonly PlanRow[]): string {
  const texts = chartTexts(language);
  const { municipalities, fiscalYears = [], departments = [], policyAreas = [], policyGoals = [], responsibleUnits = [], kinds = [], statuses = [] } = filter;
  const scope = [
    ...(municipalities ? new Set(plans.map(({ municipality }) => municipality)) : []),
    ...(fiscalYears.every((year) => title.includes(texts.year(year))) ? [] : [texts.years(fiscalYears)]),
    ...(departments.length > 0 ? listDepartments(plans).map(texts.department) : []),
    ...policyAreas.map((area) => (area === NONE ? texts.noArea : area)),
    ...policyGoals.map((name) => (name === NONE ? texts.noPolicyGoal : name)),
    ...responsibleUnits.map((name) => (name === NONE ? texts.noResponsibleUnit : name)),
    ...(kinds.length + statuses.length > 0
      ? [texts.ribbon.chosenLinks([...kinds.map((kind) => texts.ribbon.kind[kind]), ...statuses.map((status) => texts.ribbon.status[status])])]
      : []),
    ...[nameRatings(filter, texts)].filter((name) => name !== ""),
  ].filter((each) => !title.includes(each));
  return scope.length === 0 ? title : texts.scoped(title, scope);
}
