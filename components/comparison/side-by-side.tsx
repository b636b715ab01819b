import { usualView } from "@/lib/chart-urls";
import type { InitiativeGroup } from "@/lib/charts/comparison/initiatives";
import { type ComparedPair, listPairs } from "@/lib/charts/comparison/model";
import type { ComparedField } from "@/lib/charts/comparison/rows";
import { CHARTS } from "@/lib/charts/registry";
import { LIMITS } from "@/lib/domain/limits";
import type { GoalDetail } from "@/lib/domain/rows";
import { comparisonJa } from "@/lib/texts/comparison-ja";
import { ChartLinks } from "../embed/chart-links";
import { DataTable } from "../ui/data-table";
import { ComparedCell } from "./compared-cell";
import { Stretch } from "./compared-pieces";

interface SideBySideProps {
  predecessors: readonly GoalDetail[];
  successor: GoalDetail;
  groups: readonly InitiativeGroup[];
  /** Goals of initiatives that hang together with theirs, whole. */
  others?: readonly GoalDetail[];
  /** It is about a pair of initiatives: these first, and of their goals what they set out to do. */
  initiatives?: boolean;
  /** Each value leads to its lines in the source. */
  sources?: boolean;
  /** These are all goals that the later one came from: there is a chart that shows the same. */
  quoted?: boolean;
  dataset: string | null;
}

/**
 * 新旧対照: what an earlier year's goals said and did beside a later one's. Of texts of which half is kept, what was dropped
 * is struck through and what was added underlined; other texts stand whole, with the phrases marked that both have.
 */
export function SideBySide({ predecessors, successor, groups, others = [], initiatives = false, sources = false, quoted = false, dataset }: SideBySideProps) {
  const shown = groups.slice(0, LIMITS.initiatives);
  const { drawn, rest } = listPairs({ predecessors, successor, others }, shown, comparisonJa);
  const isOf = (fields: readonly ComparedField[]) => (pair: ComparedPair) => fields.includes(pair.row.field);
  const compared = initiatives ? [...rest.filter(isOf(["initiative", "result"])), ...drawn.filter(isOf(["title", "target"]))] : [...drawn, ...rest];
  const years = [comparisonJa.older(predecessors[0]!.fiscalYear), comparisonJa.newer(successor.fiscalYear)] as const;
  return (
    <section aria-labelledby="side-by-side-title">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id="side-by-side-title">{comparisonJa.title}</h2>
        {quoted && <ChartLinks definition={CHARTS.comparison} view={{ ...usualView(CHARTS.comparison), goal: successor.id, dataset }} />}
      </div>
      <Explanation />
      <DataTable
        caption={comparisonJa.table}
        stack="narrow"
        className="w-full table-fixed"
        head={
          <>
            <th scope="col">{years[0]}</th>
            <th scope="col">{years[1]}</th>
          </>
        }
      >
        {compared.flatMap(({ row, comparison }) => [
          <tr key={row.key} role="row" className="narrow:block print:break-after-avoid">
            <th
              role="rowheader"
              scope="rowgroup"
              colSpan={2}
              className={`narrow:block ${row.sub ? "border-b-0 pb-0 text-ink-soft" : "border-t-2 border-t-rule-strong border-b-0 pt-3 pb-0 font-bold"}`}
            >
              {row.name}
            </th>
          </tr>,
          <tr key={`${row.key} texts`} role="row" className="narrow:flex narrow:flex-col">
            <ComparedCell side="before" row={row} comparison={comparison} year={years[0]} sources={sources} dataset={dataset} />
            <ComparedCell side="after" row={row} comparison={comparison} year={years[1]} sources={sources} dataset={dataset} />
          </tr>,
        ])}
      </DataTable>
      {groups.length > shown.length && <p className="text-ink-soft">{comparisonJa.more(groups.length - shown.length)}</p>}
    </section>
  );
}

/** What the marks mean. */
function Explanation() {
  const { revised, rewritten, sameForms } = comparisonJa;
  return (
    <p className="mb-2 max-w-prose text-sm text-ink-soft">
      {revised.before}
      <Stretch look="removed" sample>
        {revised.removed}
      </Stretch>
      {revised.between}
      <Stretch look="added" sample>
        {revised.added}
      </Stretch>
      {revised.after}
      {rewritten.before}
      <Stretch look="shared" sample>
        {rewritten.marked}
      </Stretch>
      {rewritten.after}
      {sameForms}
    </p>
  );
}
