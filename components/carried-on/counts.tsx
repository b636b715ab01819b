import { usualView } from "@/lib/chart-urls";
import type { CarriedOn } from "@/lib/charts/carried-on/model";
import { listFateCounts, listMoveCounts, readDoubt } from "@/lib/charts/carried-on/sentence";
import { CHARTS } from "@/lib/charts/registry";
import { ALL_ROWS, type View } from "@/lib/parameters/view";
import { chartTexts } from "@/lib/texts/chart-texts";
import { carriedOnHref } from "@/lib/urls";
import { QuoteLink } from "../embed/chart-links";

interface CarriedCountsProps {
  carriedOn: CarriedOn;
  /** What its page is asked for besides the years, the level and the count. */
  view: View;
}

/** How many go on, have no successor and are new; each count leads to exactly what it counts, and all to a chart that states them. */
export function CarriedCounts({ carriedOn, view }: CarriedCountsProps) {
  const { from, to, level } = carriedOn;
  return (
    <>
      <ul className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        {listFateCounts(carriedOn).map(({ fate, whole, count, label }) => (
          <li key={fate}>
            {whole && <span className="text-ink-soft">{whole} </span>}
            <a href={carriedOnHref({ ...view, from, to, level, ...ALL_ROWS, fate })} data-count={fate}>
              <strong className="text-xl">{count}</strong>件
            </a>{" "}
            {label}
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-soft">
        {readDoubt(carriedOn, chartTexts("ja"))} <QuoteLink definition={CHARTS["continuation-ribbon"]} view={viewCounts(carriedOn, view)} />
      </p>
    </>
  );
}

/** What the ribbon is asked for to state just these counts: the two years, whatever lies between, unless there are no others and the page names none. */
function viewCounts({ from, to, level, alone }: CarriedOn, view: View): View {
  const { measure, by } = usualView(CHARTS["continuation-ribbon"]);
  const filter = alone && !view.filter.fiscalYears ? view.filter : { ...view.filter, fiscalYears: [from, to] };
  return { ...view, measure, by, of: level === "initiative" ? "initiatives" : "goals", filter };
}

/** How many of the carried-on goals' ratings rose, stayed, fell; each count leads to exactly what it counts. Nothing where none is rated in both years. */
export function MoveCounts({ carriedOn, view }: CarriedCountsProps) {
  const { from, to, level } = carriedOn;
  const moves = listMoveCounts(carriedOn);
  if (moves.length === 0) return null;
  return (
    <ul className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      {moves.map(({ move, count, label }) => (
        <li key={move}>
          {label}{" "}
          <a href={carriedOnHref({ ...view, from, to, level, ...ALL_ROWS, move })} data-move={move}>
            <strong className="text-xl">{count}</strong>件
          </a>
        </li>
      ))}
    </ul>
  );
}
