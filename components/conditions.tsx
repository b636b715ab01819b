import { type FilterField, type GoalFilter, municipalityFilter } from "@/lib/domain/goal-filter";
import { AREA, DEPARTMENT, POLICY_GOAL, RATING, TARGET_RATING, UNIT, YEAR } from "@/lib/parameters/filters";
import type { Parameter } from "@/lib/parameters/parameter";
import { ja } from "@/lib/texts/ja";

/** The parameter of each filter field. */
export const FIELDS = {
  fiscalYears: YEAR,
  departments: DEPARTMENT,
  policyAreas: AREA,
  policyGoals: POLICY_GOAL,
  responsibleUnits: UNIT,
  ratings: { ...RATING, label: ja.field.overallRating },
  targetRatings: TARGET_RATING,
} as const satisfies Record<FilterField, Parameter>;

export const FILTER_FIELDS = Object.keys(FIELDS) as FilterField[];

interface ConditionsProps {
  filter: GoalFilter;
  labelOf: (field: FilterField, value: string) => string;
  /** The same page under another filter. */
  hrefOf: (filter: GoalFilter) => string;
}

/** The conditions in force, each with what takes it out, and what takes out all; nothing where there are none. */
export function Conditions({ filter, labelOf, hrefOf }: ConditionsProps) {
  const inForce = FILTER_FIELDS.flatMap((field) => (filter[field] ?? []).map((value) => ({ field, value: String(value) })));
  if (inForce.length === 0) return null;
  return (
    <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1" aria-label="いまの条件">
      {inForce.map(({ field, value }) => (
        <li key={`${field}=${value}`}>
          {FIELDS[field].label}：{labelOf(field, value)}{" "}
          <a href={hrefOf(without(filter, field, value))} aria-label={`${FIELDS[field].label}の条件を解除`}>
            {ja.controls.remove}
          </a>
        </li>
      ))}
      <li>
        <a href={hrefOf(municipalityFilter(filter))}>{ja.controls.clear}</a>
      </li>
    </ul>
  );
}

function without(filter: GoalFilter, field: FilterField, value: string): GoalFilter {
  return { ...filter, [field]: (filter[field] ?? []).filter((each) => String(each) !== value) };
}
