import { ja } from "@/lib/texts/ja";
import { GROUPINGS, COUNTED_UNITS, MEASURES, overviewHref, type OverviewView } from "@/lib/urls";

/** What is counted, how it is shown and by what, as links: one press each, no JavaScript, state in the URL. */
export function OverviewChoices({ view, groupings }: { view: OverviewView; groupings: readonly (typeof GROUPINGS)[number][] }) {
  return (
    <div className="choices">
      <Choice name={ja.controls.counted} options={COUNTED_UNITS.map((unit) => [ja.unit[unit], { ...view, unit }, view.unit === unit])} />
      <Choice name={ja.controls.measure} options={MEASURES.map((measure) => [ja.measure[measure], { ...view, measure }, view.measure === measure])} />
      <Choice name={ja.controls.grouping} options={groupings.map((by) => [ja.grouping[by], { ...view, by }, view.by === by])} />
    </div>
  );
}

function Choice({ name, options }: { name: string; options: [string, OverviewView, boolean][] }) {
  return (
    <div role="group" aria-label={name}>
      <span className="soft">{name}</span>
      <ul>
        {options.map(([label, view, current]) => (
          <li key={label}>
            <a href={overviewHref(view)} aria-current={current ? "true" : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
