import { listDepartments } from "../domain/department";
import { formatFiscalYears } from "../domain/fiscal-year";
import { NONE } from "../domain/goal-filter";
import type { PlanRow } from "../domain/rows";
import { nameDepartment } from "../texts/department-name";
import { ja } from "../texts/ja";
import type { ChartSubject } from "./contract";

/**
 * A chart's title as it stands away from the site, where nothing else tells what was chosen: with the city, the years,
 * the departments and the areas that its address asks for, unless it names them already.
 */
export function titleWithScope(title: string, { filter }: Pick<ChartSubject, "filter">, plans: readonly PlanRow[]): string {
  const { municipalities, fiscalYears = [], departments = [], policyAreas = [] } = filter;
  const scope = [
    ...(municipalities ? new Set(plans.map(({ municipality }) => municipality)) : []),
    ...(fiscalYears.length > 0 ? [formatFiscalYears(fiscalYears)] : []),
    ...(departments.length > 0 ? listDepartments(plans).map(nameDepartment) : []),
    ...policyAreas.map((area) => (area === NONE ? `${ja.field.policyArea}の${ja.none}` : area)),
  ].filter((each) => !title.includes(each));
  return scope.length === 0 ? title : `${title}：${scope.join("・")}`;
}
