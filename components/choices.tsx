import type { ChartGrouping } from "@/lib/charts/contract";
import { COUNTED_UNITS, MEASURES, type View } from "@/lib/parameters/view";
import { ja } from "@/lib/texts/ja";
import { overviewHref } from "@/lib/urls";
import { Choice, Choices } from "./ui/choice";

interface OverviewChoicesProps {
  view: View;
  /** What the rows are by, and what they are by unasked. */
  by: ChartGrouping;
  usual: ChartGrouping;
  groupings: readonly ChartGrouping[];
}

/** What is counted, how it is shown and by what. */
export function OverviewChoices({ view, by: shown, usual, groupings }: OverviewChoicesProps) {
  const option = (label: string, change: Partial<View>, current: boolean) => ({ label, href: overviewHref({ ...view, ...change }), current });
  return (
    <Choices>
      <Choice name={ja.controls.counted} options={COUNTED_UNITS.map((of) => option(ja.unit[of], { of }, view.of === of))} />
      <Choice name={ja.controls.measure} options={MEASURES.map((measure) => option(ja.measure[measure], { measure }, view.measure === measure))} />
      <Choice name={ja.controls.grouping} options={groupings.map((by) => option(ja.grouping[by], { by: by === usual ? null : by }, shown === by))} />
    </Choices>
  );
}
