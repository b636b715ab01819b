import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { goalRating } from "@/lib/domain/goal-filter";
import type { GoalRow } from "@/lib/domain/rows";
import { ja } from "@/lib/texts/ja";
import { goalHref, goalsHref, type GoalsView, type SortKey } from "@/lib/urls";
import { SourceLink } from "./narrative";
import { RatingBadge } from "./rating-badge";

const COLUMNS: [label: string, sort: SortKey | null][] = [
  [ja.controls.year, "year"],
  [ja.controls.department, "department"],
  ["番号", "number"],
  [ja.field.goalTitle, "title"],
  [ja.field.policyArea, "area"],
  [ja.field.policyGoal, "policy-goal"],
  [ja.field.responsibleUnit, "unit"],
  [ja.field.overallRating, "rating"],
  ["達成目標の達成度", null],
  [ja.field.findings, null],
  ["原文", null],
];

/** Every goal in a row; column heads sort by link. On narrow screens each row is a block with its labels. */
export function GoalTable({ goals, view }: { goals: readonly GoalRow[]; view: GoalsView }) {
  // Roles are spelled out because the narrow layout takes the table's own away (display: block).
  return (
    <>
      <SortLinks view={view} />
      <table className="data-table goal-table" role="table">
        <caption className="sr-only">重点目標の一覧</caption>
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map(([label, sort]) => (
              <th key={label} role="columnheader" scope="col" aria-sort={ariaSort(view, sort)}>
                {sort ? <SortLink label={label} sort={sort} view={view} /> : label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {goals.map((goal) => (
            <GoalLine key={goal.id} goal={goal} dataset={view.dataset} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function GoalLine({ goal, dataset }: { goal: GoalRow; dataset: string | null }) {
  const pillar = goal.policyGoal;
  const cells = [
    formatFiscalYear(goal.fiscalYear),
    goal.department,
    goal.number,
    <a key="title" href={goalHref(goal.id, dataset)}>
      {goal.title}
    </a>,
    goal.policyArea ?? ja.none,
    pillar ? `${pillar.code ? `(${pillar.code}) ` : ""}${pillar.name}` : ja.none,
    goal.responsibleUnits.join("、") || ja.none,
    <RatingBadge key="rating" rating={goalRating(goal)} labelled />,
    <span key="targets">
      {goal.targets.map((target) => (
        <span key={target.position}>
          <RatingBadge rating={target.rating} />{" "}
        </span>
      ))}
      {goal.targets.length === 0 && ja.none}
    </span>,
    goal.findings.length > 0 ? (
      <a key="findings" href={`${goalHref(goal.id, dataset)}#findings`}>
        {goal.findings.length}件
      </a>
    ) : (
      "–"
    ),
    <SourceLink key="source" label={goal.title} documentId={goal.documentId} spans={goal.span ? [goal.span] : undefined} dataset={dataset} />,
  ];
  const narrow = new Set([0, 1, 2, 4, 6, 7, 9, 10]);
  return (
    <tr role="row">
      {cells.map((cell, index) => (
        <td key={index} role="cell" data-label={COLUMNS[index]?.[0]} className={index === 3 ? "title" : narrow.has(index) ? "fit" : ""}>
          <div>{cell}</div>
        </td>
      ))}
    </tr>
  );
}

/** The column heads' links again for narrow screens, where the heads are hidden. */
function SortLinks({ view }: { view: GoalsView }) {
  return (
    <nav className="sort-links no-print" aria-label="並べ替え">
      <span className="soft">並べ替え</span>
      {COLUMNS.map(([label, sort]) => sort && <SortLink key={sort} label={label} sort={sort} view={view} />)}
    </nav>
  );
}

function SortLink({ label, sort, view }: { label: string; sort: SortKey; view: GoalsView }) {
  const current = view.sort === sort;
  const direction = current ? (view.direction === "asc" ? "desc" : "asc") : sort === "year" ? "desc" : "asc";
  return (
    <a href={goalsHref({ ...view, sort, direction })} className="sort-link">
      {label}
      {current && (
        <>
          <span aria-hidden="true">{view.direction === "asc" ? " ▲" : " ▼"}</span>
          <span className="sr-only">（{view.direction === "asc" ? "昇順" : "降順"}）</span>
        </>
      )}
    </a>
  );
}

function ariaSort(view: GoalsView, sort: SortKey | null): "ascending" | "descending" | undefined {
  if (sort === null || view.sort !== sort) return undefined;
  return view.direction === "asc" ? "ascending" : "descending";
}
