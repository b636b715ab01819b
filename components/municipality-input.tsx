import type { GoalFilter } from "@/lib/domain/goal-filter";
import { FILTER_PARAMETERS } from "@/lib/url-parameters";

/** Keeps the chosen municipality in a form. */
export function MunicipalityInput({ filter: { municipalities = [] } }: { filter: Pick<GoalFilter, "municipalities"> }) {
  return municipalities.map((id) => <input key={id} type="hidden" name={FILTER_PARAMETERS.municipalities} value={id} />);
}
