import { ja } from "@/lib/texts/ja";
import { COUNTED_UNITS, MEASURES, type GROUPINGS, type View } from "@/lib/parameters/view";
import { overviewHref } from "@/lib/urls";

/** What is counted, how it is shown and by what, as links: one press each, no JavaScript, state in the URL. */
export function OverviewChoices({ view, groupings }: { view: View; groupings: readonly (typeof GROUPINGS)[number][] }) {
  return (
    <div className="choices">
      <Choice name={ja.controls.counted} options={COUNTED_UNITS.map((of) => [ja.unit[of], { ...view, of }, view.of === of])} />
      <Choice name={ja.controls.measure} options={MEASURES.map((measure) => [ja.measure[measure], { ...view, measure }, view.measure === measure])} />
      <Choice name={ja.controls.grouping} options={groupings.map((by) => [ja.grouping[by], { ...view, by }, view.by === by])} />
    </div>
  );
}

function Choice({ name, options }: { name: string; options: [string, View, boolean][] }) {
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
