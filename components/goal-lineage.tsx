import type { ContinuationHistory, ContinuationItem, ContinuationLink } from "@/lib/domain/continuation";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { GoalRow } from "@/lib/domain/rows";
import { continuationJa } from "@/lib/texts/continuation-ja";
import { describeScore } from "@/lib/texts/continuation-reason";
import { continuationHref, itemHref } from "@/lib/urls";

interface GoalLineageProps {
  goal: GoalRow;
  history: ContinuationHistory;
  dataset: string | null;
}

/** Where a goal came from and where it went, each link with its evidence; or that it is new, or ended. */
export function GoalLineage({ goal, history, dataset }: GoalLineageProps) {
  const before = history.comparisons.find((comparison) => comparison.to === goal.fiscalYear);
  const after = history.comparisons.find((comparison) => comparison.from === goal.fiscalYear);
  if (!before && !after) return null;
  const items = new Map(history.items.map((item) => [item.key, item]));
  const from = before?.links.filter((link) => link.level === "goal" && link.successorKey === goal.id) ?? [];
  const to = after?.links.filter((link) => link.level === "goal" && link.predecessorKey === goal.id) ?? [];
  return (
    <section aria-labelledby="lineage-title" className="space-y-3">
      <h2 id="lineage-title">前後の年度とのつながり</h2>
      {before && (
        <div>
          <h3>前：{formatFiscalYear(before.from)}から</h3>
          {before.begun.includes(goal.id) && <p>{formatFiscalYear(before.from)}の運営方針に、もとになった重点目標は見当たりません（新しい目標）。</p>}
          <LinkList links={from} items={items} side="predecessorKey" dataset={dataset} />
        </div>
      )}
      {after && (
        <div>
          <h3>後：{formatFiscalYear(after.to)}へ</h3>
          {after.ended.includes(goal.id) && <p>{formatFiscalYear(after.to)}の運営方針に、引き継いだ重点目標は見当たりません（終わった目標）。</p>}
          <LinkList links={to} items={items} side="successorKey" dataset={dataset} />
        </div>
      )}
    </section>
  );
}

/** How sure a link is, told by the edge of its kind. */
const STATUSES: Partial<Record<ContinuationLink["status"], string>> = { proposed: "border-dashed", rejected: "line-through" };

interface LinkListProps {
  links: readonly ContinuationLink[];
  items: ReadonlyMap<string, ContinuationItem>;
  side: "predecessorKey" | "successorKey";
  dataset: string | null;
}

function LinkList({ links, items, side, dataset }: LinkListProps) {
  if (links.length === 0) return null;
  return (
    <ul className="space-y-2">
      {links.map((link) => (
        <li key={`${link.predecessorKey} ${link.successorKey}`}>
          <span className={`inline-block rounded-4 border border-rule-strong px-1.5 text-sm ${STATUSES[link.status] ?? ""}`}>{continuationJa.kind[link.kind]}</span>{" "}
          <a href={itemHref(link[side], dataset)} className={link.status === "rejected" ? "line-through" : undefined}>{items.get(link[side])?.text ?? link[side]}</a>
          <p className="text-sm text-ink-soft">
            {continuationJa.statusInFull[link.status]}、確からしさ {describeScore(link)}{" "}
            <a href={continuationHref(link.predecessorKey, link.successorKey, dataset)}>根拠をみる</a>
          </p>
        </li>
      ))}
    </ul>
  );
}
