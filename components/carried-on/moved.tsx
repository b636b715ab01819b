import type { CarriedOn } from "@/lib/charts/carried-on/model";
import { listMoveCounts, readDoubt } from "@/lib/charts/carried-on/sentence";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { View } from "@/lib/parameters/view";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import { MoveCounts } from "./counts";

/** On the overview: how the ratings of goals that were carried on moved. Not drawn where none is rated in both years. */
export function MovedSection({ carriedOn, view }: { carriedOn: CarriedOn; view: View }) {
  if (listMoveCounts(carriedOn).length === 0) return null;
  return (
    <section aria-labelledby="moved-title" className="space-y-2">
      <h2 id="moved-title" className="text-lg">
        {ja.carriedOn.moves(formatFiscalYear(carriedOn.from), formatFiscalYear(carriedOn.to))}
      </h2>
      <MoveCounts carriedOn={carriedOn} view={view} />
      <p className="text-sm text-ink-soft">{readDoubt(carriedOn)}</p>
    </section>
  );
}
