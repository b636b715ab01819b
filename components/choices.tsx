import { ja } from "@/lib/texts/ja";
import { COUNTED_UNITS, MEASURES, type GROUPINGS, type View } from "@/lib/parameters/view";
import { overviewHref } from "@/lib/urls";
import { Choice, Choices } from "./ui/choice";

/** What is counted, how it is shown and by what. */
export function OverviewChoices({ view, groupings }: { view: View; groupings: readonly (typeof GROUPINGS)[number][] }) {
  const option = (label: string, change: Partial<View>, current: boolean) => ({ label, href: overviewHref({ ...view, ...change }), current });
  return (
    <Choices>
      <Choice name={ja.controls.counted} options={COUNTED_UNITS.map((of) => option(ja.unit[of], { of }, view.of === of))} />
      <Choice name={ja.controls.measure} options={MEASURES.map((measure) => option(ja.measure[measure], { measure }, view.measure === measure))} />
      <Choice name={ja.controls.grouping} options={groupings.map((by) => option(ja.grouping[by], { by }, view.by === by))} />
    </Choices>
  );
}
