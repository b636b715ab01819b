import type { ContinuationItem } from "@/lib/domain/continuation";
import { isFiltered, municipalityFilter, NONE } from "@/lib/domain/goal-filter";
import { continuationJa } from "@/lib/texts/continuation-ja";
import { ja } from "@/lib/texts/ja";
import { PAGES } from "@/lib/parameters/pages";
import { LEVELS, LINK_KINDS, STATUSES, type View } from "@/lib/parameters/view";
import { continuationsHref } from "@/lib/urls";
import { CheckboxSet } from "./checkbox-set";
import { KeptInputs } from "./kept-inputs";

/** Goals or initiatives, as links. */
export function LevelChoice({ view }: { view: View }) {
  return (
    <div className="choices">
      <div role="group" aria-label={ja.controls.counted}>
        <span className="soft">{ja.controls.counted}</span>
        <ul>
          {LEVELS.map((level) => (
            <li key={level}>
              <a href={continuationsHref({ ...view, level })} aria-current={view.level === level ? "true" : undefined}>
                {continuationJa.level[level]}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Which items and links to show, as one plain form, open while a condition is in force. */
export function ContinuationFilters({ view, items }: { view: View; items: readonly ContinuationItem[] }) {
  const { filter } = view;
  const filtered = isFiltered(filter);
  const names = (values: (string | null)[]): [string, string][] =>
    [...new Set(values)].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)).map((value) => [value ?? NONE, value ?? ja.none]);
  const departments = [...new Map(items.map((item) => [item.departmentId, item.department]))];
  return (
    <details className="more no-print" open={filtered}>
      <summary>{ja.controls.filter}</summary>
      <form className="filters" action="/continuations" method="get" autoComplete="off">
        {departments.length > 1 && (
          <CheckboxSet legend={ja.controls.department} name="department" options={departments} chosen={filter.departments ?? []} />
        )}
        <CheckboxSet legend={ja.field.policyArea} name="area" options={names(items.map((item) => item.policyArea))} chosen={filter.policyAreas ?? []} />
        <CheckboxSet
          legend={ja.field.responsibleUnit}
          name="unit"
          options={names(items.flatMap((item) => (item.responsibleUnits.length > 0 ? item.responsibleUnits : [null])))}
          chosen={filter.responsibleUnits ?? []}
        />
        <CheckboxSet legend="関係" name="kind" options={LINK_KINDS.map((kind) => [kind, continuationJa.kind[kind]])} chosen={filter.kinds ?? []} />
        <CheckboxSet legend="状態" name="status" options={STATUSES.map((status) => [status, continuationJa.status[status]])} chosen={filter.statuses ?? []} />
        <KeptInputs place={PAGES.continuations} view={view} asked={["department", "area", "unit", "kind", "status"]} />
        <button className="button" type="submit">
          {ja.controls.show}
        </button>
        {filtered && <a href={continuationsHref({ ...view, filter: municipalityFilter(filter) })}>{ja.controls.clear}</a>}
      </form>
    </details>
  );
}
