import type { Message } from "@/lib/domain/message";
import type { Span } from "@/lib/domain/place";
import type { LineKind } from "@/lib/domain/reading";
import type { Label } from "./labels";
import { type MappedText, sourceEnd, sourceStart, splitBreaks } from "./markup";
import { createPlanDraft, type GoalDraft, type PlanDraft, type Printed } from "./plan-draft";
import { findLine, type LineIndex, spanBetween } from "./position";
import type { LabelHit } from "./recognize";
import type { Row } from "./row";
import { makeMessage } from "./rules";

/** A heading whose values are being read; `at` is its column. */
export interface Column {
  at: number;
  hit: LabelHit;
  heading: MappedText;
  number: MappedText | null;
  pieces: MappedText[];
}

/** Headings whose values stand in the rows below. */
export interface OpenColumns {
  columns: Column[];
  piped: boolean;
  /** Column that the last row ended in; -1 before the first row. A cell may run over several lines. */
  cursor: number;
  /** Whether a row's pieces wait to be collected, or the headings have had no row at all. */
  waiting: boolean;
  /** Whether they stand in a table beside cells for their values: what follows the table is none of these. */
  sealed: boolean;
}

/** Where the walk over the rows stands and what it has collected so far. */
export interface Walk {
  readonly municipality: string;
  readonly rows: readonly Row[];
  readonly span: (text: MappedText) => Span;
  readonly lineOf: (text: MappedText) => number;
  row: Row | null;
  /** Where `row` stands in `rows`. */
  at: number;
  kinds: LineKind[];
  messages: Message[];
  plans: PlanDraft[];
  plan: PlanDraft;
  goal: GoalDraft | null;
  /** `head` between a title and its 基本方針; `summary` under 重点目標; `scale` under 達成度について. */
  mode: "head" | "fields" | "summary" | "scale";
  /** Whether the last row named officers: on a further page they are named again. */
  afterOfficers: boolean;
  open: OpenColumns | null;
  summary: { columns: { label: Label; at: number }[] | null; ratingAt: number | null; pending: Label | null };
  /** Printed once for all departments of the file. */
  sharedTitle: Printed | null;
  sharedYear: (Printed & { value: number }) | null;
  /** 令和7年度 達成状況: the year of a heading, for want of a better. */
  headingYear: (Printed & { value: number }) | null;
}

export function createWalk(rows: readonly Row[], lines: LineIndex, municipality: string): Walk {
  const plan = createPlanDraft();
  return {
    municipality,
    rows,
    span: (text) => spanBetween(lines, sourceStart(text, 0), sourceEnd(text)),
    lineOf: (text) => findLine(lines, sourceStart(text, 0)),
    row: null,
    at: 0,
    kinds: [],
    messages: [],
    plans: [plan],
    plan,
    goal: null,
    mode: "head",
    afterOfficers: false,
    open: null,
    summary: { columns: null, ratingAt: null, pending: null },
    sharedTitle: null,
    sharedYear: null,
    headingYear: null,
  };
}

/** A text as a value, line after line where soft breaks part it, with its places. */
export function printText(walk: Walk, text: MappedText): Printed {
  const lines = splitBreaks(text);
  return { text: lines.map((line) => line.text).join("\n"), spans: lines.map(walk.span) };
}

/** Marks the lines of these texts as not understood, with a message each that quotes it. */
export function reportNotUnderstood(walk: Walk, ...texts: MappedText[]): "not-understood" {
  for (const text of texts) {
    walk.kinds[walk.lineOf(text)] = "not-understood";
    walk.messages.push(makeMessage("not-understood", [text.text], { span: walk.span(text) }));
  }
  return "not-understood";
}
