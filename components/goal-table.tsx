import type { ReactNode } from "react";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { goalRating } from "@/lib/domain/goal-filter";
import type { GoalRow } from "@/lib/domain/rows";
import { ja } from "@/lib/texts/ja";
import { directionOf, usualDirection, type SortKey, type View } from "@/lib/parameters/view";
import { goalHref, goalsHref } from "@/lib/urls";
import { SourceLink } from "./narrative";
import { RatingBadge } from "./rating-badge";

/** A column: its head, how it sorts, how it is set, and its cell for a goal. */
interface Column {
  label: string;
  sort: SortKey | null;
  className: string;
  cell: (goal: GoalRow, dataset: string | null) => ReactNode;
}

const COLUMNS: Column[] = [
  { label: ja.controls.year, sort: "year", className: "fit", cell: (goal) => formatFiscalYear(goal.fiscalYear) },
  { label: ja.controls.department, sort: "department", className: "fit", cell: (goal) => goal.department },
  { label: ja.field.number, sort: "number", className: "fit", cell: (goal) => goal.number },
  {
    label: ja.field.goalTitle,
    sort: "title",
    className: "title",
    cell: (goal, dataset) => <a href={goalHref(goal.id, dataset)}>{goal.title}</a>,
  },
  { label: ja.field.policyArea, sort: "area", className: "fit", cell: (goal) => goal.policyArea ?? ja.none },
  {
    label: "目標（柱）",
    sort: "policy-goal",
    className: "pillar",
    cell: ({ policyGoal }) => (policyGoal ? `${policyGoal.code ? `(${policyGoal.code}) ` : ""}${policyGoal.name}` : ja.none),
  },
  { label: ja.field.responsibleUnit, sort: "unit", className: "fit", cell: (goal) => goal.responsibleUnits.join("、") || ja.none },
  { label: "全体", sort: "rating", className: "fit", cell: (goal) => <RatingBadge rating={goalRating(goal)} labelled /> },
  { label: "達成目標", sort: null, className: "fit", cell: (goal) => <TargetBadges goal={goal} /> },
  {
    label: "確認",
    sort: null,
    className: "fit",
    cell: (goal, dataset) => (goal.findings.length > 0 ? <a href={`${goalHref(goal.id, dataset)}#findings`}>{goal.findings.length}件</a> : "–"),
  },
  {
    label: "原文",
    sort: null,
    className: "fit",
    cell: (goal, dataset) => (
      <SourceLink label={goal.title} documentId={goal.documentId} spans={goal.span ? [goal.span] : undefined} dataset={dataset} />
    ),
  },
];

/** Every goal in a row; column heads sort by link. On narrow screens each row is a block with its labels. */
export function GoalTable({ goals, view }: { goals: readonly GoalRow[]; view: View }) {
  const oneDepartment = new Set(goals.map((goal) => goal.department)).size <= 1;
  const columns = COLUMNS.filter((column) => column.sort !== "department" || !oneDepartment);
  // Roles are spelled out because the narrow layout takes the table's own away (display: block).
  return (
    <>
      <nav className="sort-links no-print" aria-label="並べ替え">
        <span className="soft">並べ替え</span>
        {columns.map(({ label, sort }) => sort && <SortLink key={sort} label={label} sort={sort} view={view} />)}
      </nav>
      <table className="data-table goal-table" role="table">
        <caption className="sr-only">重点目標の一覧</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ label, sort }) => (
              <th key={label} role="columnheader" scope="col" aria-sort={ariaSort(view, sort)}>
                {sort ? <SortLink label={label} sort={sort} view={view} /> : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {goals.map((goal) => (
            <tr key={goal.id} role="row">
              {columns.map((column) => (
                <td key={column.label} role="cell" data-label={column.label} className={column.className}>
                  <div>{column.cell(goal, view.dataset)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function TargetBadges({ goal }: { goal: GoalRow }) {
  if (goal.targets.length === 0) return ja.none;
  return (
    <span className="badges">
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
    <a href={goalsHref({ ...view, sort, direction })} className="sort-link">
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
