import type { ReactNode } from "react";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { goalRating } from "@/lib/domain/goal-filter";
import type { GoalRow } from "@/lib/domain/rows";
import { directionOf, type SortKey, usualDirection, type View } from "@/lib/parameters/view";
import { ja } from "@/lib/texts/ja";
import { goalHref, goalsHref } from "@/lib/urls";
import { SourceLink } from "./narrative";
import { RatingBadge } from "./rating-badge";
import { DataTable } from "./ui/data-table";

/** A column: its head, how it sorts, how it is set, and its cell for a goal. */
interface Column {
  label: string;
  sort: SortKey | null;
  className?: string;
  cell: (goal: GoalRow, dataset: string | null) => ReactNode;
}

/** Where rows stand below each other, a cell stands beside its label, and the title above all. */
const TABLE =
  "w-full print:text-xs cells:whitespace-nowrap compact:rows:flex compact:rows:flex-col compact:rows:border-b compact:rows:border-rule-strong compact:rows:py-3 compact:cells:grid compact:cells:grid-cols-[8.5em_minmax(0,1fr)] compact:cells:gap-2 compact:cells:border-0 compact:cells:py-0.5 compact:cells:pr-0 compact:cells:whitespace-normal compact:cells:before:text-ink-soft compact:cells:before:content-[attr(data-label)]";
const PILLAR = "min-w-[12em] whitespace-normal compact:min-w-0 print:min-w-0";
const TITLE = "min-w-[12em] whitespace-normal compact:-order-1 compact:block compact:text-base compact:before:content-none print:min-w-0";

const COLUMNS: Column[] = [
  { label: ja.controls.year, sort: "year", cell: (goal) => formatFiscalYear(goal.fiscalYear) },
  { label: ja.controls.department, sort: "department", cell: (goal) => goal.department },
  { label: ja.field.number, sort: "number", cell: (goal) => goal.number },
  {
    label: ja.field.goalTitle,
    sort: "title",
    className: TITLE,
    cell: (goal, dataset) => <a href={goalHref(goal.id, dataset)}>{goal.title}</a>,
  },
  { label: ja.field.policyArea, sort: "area", cell: (goal) => goal.policyArea ?? ja.none },
  {
    label: "目標（柱）",
    sort: "policy-goal",
    className: PILLAR,
    cell: ({ policyGoal }) => (policyGoal ? `${policyGoal.code ? `(${policyGoal.code}) ` : ""}${policyGoal.name}` : ja.none),
  },
  { label: ja.field.responsibleUnit, sort: "unit", cell: (goal) => goal.responsibleUnits.join("、") || ja.none },
  { label: "全体", sort: "rating", cell: (goal) => <RatingBadge rating={goalRating(goal)} labelled /> },
  { label: "達成目標", sort: null, cell: (goal) => <TargetBadges goal={goal} /> },
  {
    label: "確認",
    sort: null,

    cell: (goal, dataset) => (goal.findings.length > 0 ? <a href={`${goalHref(goal.id, dataset)}#findings`}>{goal.findings.length}件</a> : "–"),
  },
  {
    label: "原文",
    sort: null,

    cell: (goal, dataset) => <SourceLink label={goal.title} documentId={goal.documentId} spans={goal.span ? [goal.span] : undefined} dataset={dataset} />,
  },
];

/** Every goal in a row; column heads sort by link. On narrow screens each row is a block with its labels. */
export function GoalTable({ goals, view }: { goals: readonly GoalRow[]; view: View }) {
  const oneDepartment = new Set(goals.map((goal) => goal.department)).size <= 1;
  const columns = COLUMNS.filter((column) => column.sort !== "department" || !oneDepartment);
  // Roles are spelled out because the narrow layout takes the table's own away (display: block).
  return (
    <>
      <nav className="hidden flex-wrap gap-x-3 gap-y-1 text-sm compact:flex print:hidden" aria-label="並べ替え">
        <span className="text-ink-soft">並べ替え</span>
        {columns.map(({ label, sort }) => sort && <SortLink key={sort} label={label} sort={sort} view={view} />)}
      </nav>
      <div data-paper="landscape">
        <DataTable
          caption="重点目標の一覧"
          stack="compact"
          className={TABLE}
          head={columns.map(({ label, sort }) => (
            <th key={label} role="columnheader" scope="col" aria-sort={ariaSort(view, sort)} className="[word-break:normal]">
              {sort ? <SortLink label={label} sort={sort} view={view} /> : label}
            </th>
          ))}
        >
          {goals.map((goal) => (
            <tr key={goal.id} role="row">
              {columns.map((column) => (
                <td key={column.label} role="cell" data-label={column.label} className={column.className}>
                  <div>{column.cell(goal, view.dataset)}</div>
                </td>
              ))}
            </tr>
          ))}
        </DataTable>
      </div>
    </>
  );
}

function TargetBadges({ goal }: { goal: GoalRow }) {
  if (goal.targets.length === 0) return ja.none;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {goal.targets.map((target) => (
        <RatingBadge key={target.position} rating={target.rating} />
      ))}
    </span>
  );
}

function SortLink({ label, sort, view }: { label: string; sort: SortKey; view: View }) {
  const current = view.sort === sort;
  const shown = directionOf(view);
  const direction = current ? (shown === "asc" ? "desc" : "asc") : usualDirection(sort);
  return (
    <a href={goalsHref({ ...view, sort, direction })} className="text-ink">
      {label}
      {current && (
        <>
          <span aria-hidden="true">{shown === "asc" ? " ▲" : " ▼"}</span>
          <span className="sr-only">（{shown === "asc" ? "昇順" : "降順"}）</span>
        </>
      )}
    </a>
  );
}

function ariaSort(view: View, sort: SortKey | null): "ascending" | "descending" | undefined {
  if (sort === null || view.sort !== sort) return undefined;
  return directionOf(view) === "asc" ? "ascending" : "descending";
}
