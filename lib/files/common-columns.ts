import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { GoalDetail } from "@/lib/domain/rows";
import { BLANK_REASON_CODES, type BlankReason, STAGE_CODES } from "./codes";
import type { Column } from "./table";

/** What a plan, and all that is in it, is said to be of. */
interface OfPlan {
  municipality: string;
  department: string;
  departmentId: string;
  fiscalYear: number;
  stage: GoalDetail["stage"];
}

/** Municipality, department, year and stage, for the rows of one plan. */
export function planColumns<Row>(read: (row: Row) => OfPlan): Column<Row>[] {
  return [
    { name: "municipality", label: "市町村", description: "運営方針を定めた市町村。", type: "text", read: (row) => read(row).municipality },
    {
      name: "department_id",
      label: "部の識別子",
      description: "部の英字の名前。絞り込みの department に使う。改称された部は、どの年度も後の名前による。",
      type: "text",
      read: (row) => read(row).departmentId,
    },
    { name: "department", label: "部", description: "資料にある部の名前。", type: "text", read: (row) => read(row).department },
    ...yearColumns<Row>("", "年度", (row) => read(row).fiscalYear),
    {
      name: "stage",
      label: "段階",
      description: "資料が計画の段階のものか、評価の載ったものか。",
      type: "text",
      codes: STAGE_CODES,
      read: (row) => read(row).stage,
    },
  ];
}

/** A fiscal year in both calendars: `<prefix>fiscal_year` and `<prefix>fiscal_year_ja`. */
export function yearColumns<Row>(prefix: string, label: string, read: (row: Row) => number): Column<Row>[] {
  return [
    {
      name: `${prefix}fiscal_year`,
      label: `${label}（西暦）`,
      description: "4月に始まる会計年度を、始まりの年の西暦で示す。",
      type: "integer",
      unit: "年度",
      read,
    },
    { name: `${prefix}fiscal_year_ja`, label: `${label}（和暦）`, description: "同じ年度の和暦。", type: "text", read: (row) => formatFiscalYear(read(row)) },
  ];
}

/** Where the row stands in its document. */
export function sourceColumns<Row>(read: (row: Row) => { documentId: string; line: number | null }, what: string): Column<Row>[] {
  return [
    {
      name: "document_id",
      label: "資料の識別子",
      description: "もとになった資料のSHA-256。/api/documents/＜識別子＞ で元のファイルが得られる。",
      type: "text",
      joins: "documents.document_id",
      read: (row) => read(row).documentId,
    },
    {
      name: "document_line",
      label: "資料の行",
      description: `${what}が始まる行。1から数える。`,
      type: "integer",
      unit: "行目",
      blank: "資料に書かれた場所がない。",
      read: (row) => read(row).line,
    },
  ];
}

/** Line of the first place of a value, by JSON Pointer into the goal. */
export function lineOf(goal: GoalDetail, pointer: string): number | null {
  return goal.places[pointer]?.[0]?.start.line ?? null;
}

/** Why the column of the name `of` is blank. */
export function blankReasonColumn<Row>(name: string, label: string, of: string, read: (row: Row) => BlankReason | null): Column<Row> {
  return { name, label, description: `${of} が空欄のときの理由。`, type: "text", codes: BLANK_REASON_CODES, blank: `${of} に値がある。`, read };
}
