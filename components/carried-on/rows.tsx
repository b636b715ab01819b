import type { ReactNode } from "react";
import type { CarriedOn, CarriedRow } from "@/lib/charts/carried-on/model";
import { nameEnd } from "@/lib/charts/carried-on/sentence";
import { groupBy } from "@/lib/charts/group-by";
import type { ContinuationItem } from "@/lib/domain/continuation-history";
import { cutText, joinLines } from "@/lib/domain/cut-text";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { nameRating } from "@/lib/domain/rating/name";
import { continuationJa as ja, nameKinds } from "@/lib/texts/continuation-ja";
import { goalHref, itemHref } from "@/lib/urls";
import { RatingBadge } from "../rating-badge";
import { DataTable } from "../ui/data-table";

interface CarriedRowsProps {
  carriedOn: CarriedOn;
  /** Of its rows, those to show. */
  rows: readonly CarriedRow[];
  dataset: string | null;
  /** Characters of each text at most; all where it is not given. */
  longest?: number;
  /** Where the goal of rows leads; to its page where it is not given. */
  goalHrefOf?: (goal: string) => string;
}

/** What was written then and what is written now, side by side; of initiatives under the goals that they serve, with these goals' ratings then and now. */
export function CarriedRows({
  carriedOn: { from, to, level },
  rows,
  dataset,
  longest = Infinity,
  goalHrefOf = (goal) => goalHref(goal, dataset),
}: CarriedRowsProps) {
  const groups = [...groupBy(rows, (row) => leadOf(row).goalId)];
  const several = new Set(rows.flatMap(({ before, after }) => [...before, ...after]).map(({ department }) => department)).size > 1;
  return (
    <DataTable
      caption={`${formatFiscalYear(from)}と${formatFiscalYear(to)}の${ja.level[level]}`}
      stack="narrow"
      className="w-full table-fixed"
      head={[from, to].map((year) => (
        <th key={year} scope="col">
          {ja.carriedOn.written(formatFiscalYear(year))}
        </th>
      ))}
    >
      {groups.flatMap(([goalId, own]) => [
        ...(level === "initiative" ? [<GoalRow key={goalId} rows={own} several={several} href={goalHrefOf(goalId)} />] : []),
        ...own.map((row) => (
          <tr key={`${row.before[0]?.key} ${row.after[0]?.key}`} role="row" className="narrow:block">
            <Side
              items={row.before}
              chip={null}
              rated={level === "goal"}
              dataset={dataset}
              longest={longest}
              none={row.fate === "new" ? ja.carriedOn.new(formatFiscalYear(from)) : null}
            />
            <Side
              items={row.after}
              chip={row.fate === "continuing" ? nameKinds(row.kinds, row.checked) : null}
              rated={level === "goal"}
              dataset={dataset}
              longest={longest}
              none={row.fate === "ended" ? nameEnd(row) : null}
            />
          </tr>
        )),
      ])}
    </DataTable>
  );
}

/** The item that a row is listed by: of the later year, else of the earlier one. */
function leadOf({ before, after }: CarriedRow): ContinuationItem {
  return (after[0] ?? before[0])!;
}

/** The goal of the rows that follow: its rating then and now, and who answers for it. */
function GoalRow({ rows, several, href }: { rows: readonly CarriedRow[]; several: boolean; href: string }) {
  const { goalTitle, rating, department, fiscalYear } = leadOf(rows[0]!);
  const continuing = rows.filter(({ fate }) => fate === "continuing");
  const before = [...new Set(continuing.flatMap((row) => row.before.map((item) => nameRating(item.rating))))];
  const units = [...new Set(rows.flatMap(({ after, before: own }) => (after.length > 0 ? after : own).flatMap(({ responsibleUnits }) => responsibleUnits)))];
  return (
    <tr role="row" className="narrow:block">
      <th role="rowheader" scope="rowgroup" colSpan={2} className="narrow:block border-t-2 border-t-rule-strong">
        <span className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3">
          <RatingBadge rating={rating} />
          <span>
            <a className="mr-3 font-bold" href={href}>
              {goalTitle}
            </a>
            <span className="text-ink-soft">
              {before.length > 0 ? `${before.join("・")} → ${nameRating(rating)}` : `${formatFiscalYear(fiscalYear)} ${nameRating(rating)}`}
              {several && `　${department}`}
              {units.length > 0 && `　${units.join("、")}`}
            </span>
          </span>
        </span>
      </th>
    </tr>
  );
}

interface SideProps {
  items: readonly ContinuationItem[];
  /** What the link is, before the first item. */
  chip: string | null;
  rated: boolean;
  dataset: string | null;
  longest: number;
  /** Said where there is no item. */
  none: string | null;
}

function Side({ items, chip, rated, dataset, longest, none }: SideProps): ReactNode {
  return (
    <td role="cell" className="narrow:block">
      {items.length === 0 && <span className="text-ink-soft">{none}</span>}
      {items.map((item, index) => (
        <p key={item.key} className={index > 0 ? "mt-1.5" : undefined}>
          {chip && index === 0 && <span className="mr-1.5 inline-block rounded-4 border border-dashed border-rule-strong px-1 text-sm">{chip}</span>}
          {rated && <RatingBadge rating={item.rating} />}{" "}
          <a className="text-ink no-underline hover:underline" href={itemHref(item.key, dataset)}>
            {cutText(joinLines(item.text), longest)}
          </a>
        </p>
      ))}
    </td>
  );
}
