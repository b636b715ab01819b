import type { Level } from "@/lib/domain/continuation";
import type { ContinuationHistory, ContinuationItem, ContinuationLink } from "@/lib/domain/continuation-history";
import type { DecisionRecord, Status } from "@/lib/domain/decision";
import { type GoalFilter, NONE } from "@/lib/domain/goal-filter";
import { END_KIND_CODES, LEVEL_CODES, RELATION_CODES, type Relation, STATUS_CODES } from "../codes";
import { yearColumns } from "../common-columns";
import type { Column, Table } from "../table";

/** Which rows to take: within a field any of the values, across fields all; an absent or empty field takes all. */
export interface ContinuationRowFilter extends Pick<GoalFilter, "fiscalYears" | "departments" | "policyAreas" | "responsibleUnits"> {
  levels?: readonly Level[];
  relations?: readonly Relation[];
  statuses?: readonly Status[];
}

/** A link between two items, or an item that has none to the year before or after. */
export interface ContinuationRecord {
  from: number;
  to: number;
  level: Level;
  relation: Relation;
  predecessor: ContinuationItem | null;
  successor: ContinuationItem | null;
  link: ContinuationLink | null;
  /** What a planner decided about it. */
  record: DecisionRecord | null;
}

/**
 * What became of each item from year to year, and what was decided over gaps of years. A row is taken where either of its
 * items, or the only one, fits the filter.
 */
export function listContinuationRecords({ items, comparisons, overGaps = [] }: ContinuationHistory, filter: ContinuationRowFilter): ContinuationRecord[] {
  const places = new Map(items.map((item, index) => [item.key, index]));
  const itemOf = (key: string) => items[places.get(key)!]!;
  const links = [...comparisons.flatMap((comparison) => comparison.links), ...overGaps].map((link): ContinuationRecord => {
    const [predecessor, successor] = [itemOf(link.predecessorKey), itemOf(link.successorKey)];
    return {
      from: predecessor.fiscalYear,
      to: successor.fiscalYear,
      level: link.level,
      relation: link.kind,
      predecessor,
      successor,
      link,
      record: link.record,
    };
  });
  const others = comparisons.flatMap(({ from, to, ended, begun, endRecords }) => [
    ...ended.map(itemOf).map((item): ContinuationRecord => {
      return { from, to, level: item.level, relation: "ended", predecessor: item, successor: null, link: null, record: endRecords?.[item.key] ?? null };
    }),
    ...begun
      .map(itemOf)
      .map((item): ContinuationRecord => ({ from, to, level: item.level, relation: "new", predecessor: null, successor: item, link: null, record: null })),
  ]);
  const records = [...links, ...others];
  const placeOf = (item: ContinuationItem | null) => (item ? places.get(item.key)! : items.length);
  return records
    .filter((record) => fits(record, filter))
    .sort((a, b) => {
      return a.from - b.from || a.to - b.to || placeOf(a.predecessor) - placeOf(b.predecessor) || placeOf(a.successor) - placeOf(b.successor);
    });
}

export const continuationsTable: Table<ContinuationRecord> = {
  name: "continuations",
  label: "継続",
  description:
    "重点目標と具体的取組が、ある年度から次に資料のある年度へどう続いたかを、一行に一つのつながりで。続かなかったもの（終了）と元のないもの（新規）も一行にする。間に資料のある年度をまたぐつながりは、担当者が決めたものだけがある。",
  order: "年度の古い順、元の目標・取組の順、続きの順。新規は各年度の終わり",
  parameters: ["year", "department", "area", "unit", "level", "kind", "status"],
  columns: [
    {
      name: "continuation_id",
      label: "つながりの識別子",
      description: "元と続きの識別子からなる。終了と新規では、片方がその語になる。",
      type: "text",
      read: ({ predecessor, successor }) => `${predecessor?.key ?? "new"}:${successor?.key ?? "ended"}`,
    },
    {
      name: "municipality",
      label: "市町村",
      description: "運営方針を定めた市町村。",
      type: "text",
      read: ({ predecessor, successor }) => (predecessor ?? successor)!.municipality,
    },
    { name: "level", label: "対象", description: "重点目標どうしか、具体的取組どうしか。", type: "text", codes: LEVEL_CODES, read: ({ level }) => level },
    { name: "kind", label: "関係", description: "どのように続いたか。", type: "text", codes: RELATION_CODES, read: ({ relation }) => relation },
    {
      name: "status",
      label: "確認の状態",
      description: "計算による候補か、担当者が決めたものか。rejected の行は継続として数えない。",
      type: "text",
      codes: STATUS_CODES,
      blank: "終了または新規である。",
      read: ({ link }) => link?.status ?? null,
    },
    {
      name: "score",
      label: "続きである見込み",
      description: "元の続きである見込みを、文の似方などから計算したもの。0から1。割合や達成率ではない。",
      type: "number",
      blank: "終了または新規である。",
      read: ({ link }) => link?.score ?? null,
    },
    ...yearColumns<ContinuationRecord>("from_", "元の年度", ({ from }) => from),
    ...yearColumns<ContinuationRecord>("to_", "続きの年度", ({ to }) => to),
    ...itemColumns("predecessor", "元", "新規である。"),
    ...itemColumns("successor", "続き", "終了である。"),
    {
      name: "decided_by",
      label: "決めた人",
      description: "つながりを確認し、否定し、もしくは加え、または終了とした人。",
      type: "text",
      blank: "担当者の決定がない。",
      read: ({ record }) => record?.decidedBy ?? null,
    },
    {
      name: "decided_on",
      label: "決めた日",
      description: "その日（ISO 8601）。",
      type: "text",
      blank: "担当者の決定がない。",
      read: ({ record }) => record?.decidedOn ?? null,
    },
    {
      name: "decision_reason",
      label: "決めた理由",
      description: "その理由。",
      type: "text",
      long: true,
      blank: "担当者の決定がない。",
      read: ({ record }) => record?.reason ?? null,
    },
    {
      name: "end_kind",
      label: "終わり方",
      description: "担当者が終了と決めたときの、終わり方。",
      type: "text",
      codes: END_KIND_CODES,
      blank: "担当者が終了と決めていない。",
      read: ({ record }) => record?.endKind ?? null,
    },
  ],
};

function itemColumns(side: "predecessor" | "successor", label: string, blank: string): Column<ContinuationRecord>[] {
  return [
    {
      name: `${side}_id`,
      label: `${label}の識別子`,
      description: "level が goal なら goals の goal_id、initiative なら initiatives の initiative_id。",
      type: "text",
      blank,
      read: (record) => record[side]?.key ?? null,
    },
    {
      name: `${side}_goal_id`,
      label: `${label}の重点目標の識別子`,
      description: "その重点目標、または取組がある重点目標。",
      type: "text",
      joins: "goals.goal_id",
      blank,
      read: (record) => record[side]?.goalId ?? null,
    },
    { name: `${side}_department`, label: `${label}の部`, description: "その部。", type: "text", blank, read: (record) => record[side]?.department ?? null },
    {
      name: `${side}_text`,
      label: `${label}の文`,
      description: "重点目標の題名、または取組の全文。",
      type: "text",
      long: true,
      blank,
      read: (record) => record[side]?.text ?? null,
    },
  ];
}

function fits({ from, to, level, relation, predecessor, successor, link }: ContinuationRecord, filter: ContinuationRowFilter): boolean {
  const ends = [predecessor, successor].filter((item) => item !== null);
  return (
    isTaken(filter.levels, level) &&
    isTaken(filter.relations, relation) &&
    (!filter.statuses?.length || (link !== null && filter.statuses.includes(link.status))) &&
    (isTaken(filter.fiscalYears, from) || isTaken(filter.fiscalYears, to)) &&
    ends.some((item) => takesItem(item, filter))
  );
}

function takesItem(item: ContinuationItem, filter: ContinuationRowFilter): boolean {
  const units = item.responsibleUnits.length > 0 ? item.responsibleUnits : [NONE];
  return (
    isTaken(filter.departments, item.departmentId) &&
    isTaken(filter.policyAreas, item.policyArea ?? NONE) &&
    units.some((unit) => isTaken(filter.responsibleUnits, unit))
  );
}

function isTaken<Value>(values: readonly Value[] | undefined, value: Value): boolean {
  return !values || values.length === 0 || values.includes(value);
}
