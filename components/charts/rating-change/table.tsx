import type { RatingChange } from "@/lib/charts/rating-change/model";
import { nameCourse, nameDoubt } from "@/lib/charts/rating-change/sentence";
import type { ContinuationItem } from "@/lib/domain/continuation-history";
import type { View } from "@/lib/parameters/view";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import { goalHref } from "@/lib/urls";
import { DataTable, NUMERIC, ScrollRegion } from "../../ui/data-table";
import { leadOn } from "./hrefs";

interface ChangeTableProps {
  change: RatingChange;
  title: string;
  view: View;
}

/** What the drawing holds: each line with its goals then and now, or the count of each band, which leads to just its goals. */
export function ChangeTable({ change: { years, lines, bands, rows, language }, title, view }: ChangeTableProps) {
  if (!years) return null;
  const hrefOf = leadOn(view, years);
  const texts = chartTexts(language);
  const { table } = texts.change;
  const heads = [texts.year(years.from), texts.year(years.to), table.move];
  return (
    <ScrollRegion label={texts.tableOf(title)}>
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
              {bands ? table.count : table.status}
            </th>
          </>
        }
      >
        {bands
          ? bands.map(({ from, to, course, count, focused, asked }, index) => (
              <tr key={`${from} ${to} ${course}`}>
                {bands[index - 1]?.from !== from && (
                  <th scope="rowgroup" rowSpan={bands.filter((band) => band.from === from).length}>
                    {rows[from]!.label}
                  </th>
                )}
                <td>{rows[to]!.label}</td>
                <td className="whitespace-nowrap">{nameCourse(course, texts)}</td>
                <td className={NUMERIC}>
                  <a href={hrefOf({ band: asked })}>{count}</a>
                  {focused !== undefined && <strong>{texts.focus.inTable(focused)}</strong>}
                </td>
              </tr>
            ))
          : lines.map(({ stops, course, pair, focused }) => (
              <tr key={`${stops[0]!.item.key} ${stops.at(-1)!.item.key}`}>
                <GoalCell item={stops[0]!.item} texts={texts} dataset={view.dataset} />
                <GoalCell item={stops.at(-1)!.item} texts={texts} dataset={view.dataset} />
                <td className="whitespace-nowrap">
                  {nameCourse(course, texts)}
                  {focused && <strong>{texts.focus.inRow}</strong>}
                </td>
                <td className="whitespace-nowrap">{nameDoubt(pair.checked, texts)}</td>
              </tr>
            ))}
      </DataTable>
    </ScrollRegion>
  );
}

/** A goal with its rating. */
function GoalCell({ item: { goalId, text, rating }, texts, dataset }: { item: ContinuationItem; texts: ChartTexts; dataset: string | null }) {
  return (
    <td className="min-w-[12em]">
      {texts.rating(rating)} <a href={goalHref(goalId, dataset)}>{text}</a>
    </td>
  );
}
