import type { RatingChange } from "@/lib/charts/rating-change/model";
import { nameCourse, nameDoubt } from "@/lib/charts/rating-change/sentence";
import type { ContinuationItem } from "@/lib/domain/continuation-history";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { nameRating } from "@/lib/domain/rating/name";
import type { View } from "@/lib/parameters/view";
import { continuationJa } from "@/lib/texts/continuation-ja";
import { goalHref } from "@/lib/urls";
import { DataTable, NUMERIC, ScrollRegion } from "../../ui/data-table";
import { leadOn } from "./hrefs";

const ja = continuationJa.carriedOn.table;

interface ChangeTableProps {
  change: RatingChange;
  title: string;
  view: View;
}

/** What the drawing holds: each line with its goals then and now, or the count of each band, which leads to just its goals. */
export function ChangeTable({ change: { years, lines, bands, rows }, title, view }: ChangeTableProps) {
  if (!years) return null;
  const hrefOf = leadOn(view, years);
  const heads = [formatFiscalYear(years.from), formatFiscalYear(years.to), ja.move];
  return (
    <ScrollRegion label={`${title}（表）`}>
      <DataTable
        caption={title}
        head={
          <>
            {heads.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
            <th scope="col" className={bands ? NUMERIC : undefined}>
              {bands ? ja.count : ja.status}
            </th>
          </>
        }
      >
        {bands
          ? bands.map(({ from, to, course, count, asked }, index) => (
              <tr key={`${from} ${to} ${course}`}>
                {bands[index - 1]?.from !== from && (
                  <th scope="rowgroup" rowSpan={bands.filter((band) => band.from === from).length}>
                    {rows[from]!.label}
                  </th>
                )}
                <td>{rows[to]!.label}</td>
                <td className="whitespace-nowrap">{nameCourse(course)}</td>
                <td className={NUMERIC}>
                  <a href={hrefOf({ band: asked })}>{count}</a>
                </td>
              </tr>
            ))
          : lines.map(({ stops, course, pair }) => (
              <tr key={`${stops[0]!.item.key} ${stops.at(-1)!.item.key}`}>
                <GoalCell item={stops[0]!.item} dataset={view.dataset} />
                <GoalCell item={stops.at(-1)!.item} dataset={view.dataset} />
                <td className="whitespace-nowrap">{nameCourse(course)}</td>
                <td className="whitespace-nowrap">{nameDoubt(pair.checked)}</td>
              </tr>
            ))}
      </DataTable>
    </ScrollRegion>
  );
}

/** A goal with its rating. */
function GoalCell({ item: { goalId, text, rating }, dataset }: { item: ContinuationItem; dataset: string | null }) {
  return (
    <td className="min-w-[12em]">
      {nameRating(rating)} <a href={goalHref(goalId, dataset)}>{text}</a>
    </td>
  );
}
