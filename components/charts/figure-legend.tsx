import { type LegendEntry, LegendList } from "./legend-list";

/** How a legend stands in a page. */
export const LEGEND = "my-3 flex flex-wrap gap-x-4 gap-y-1 text-sm [&_li]:flex [&_li]:min-h-7 [&_li]:items-center [&_li]:gap-1.5 [&_svg]:h-5 [&_svg]:w-auto";

/** The legend of a page's figure, and the place where its interactive drawing puts its own. */
export function FigureLegend({ entries, id }: { entries: readonly LegendEntry[]; id: string }) {
  return (
    <div className="group/legend">
      <LegendList className={`${LEGEND} group-has-[[data-live]]/legend:hidden`} entries={entries} />
      <div id={id} />
    </div>
  );
}
