import type { Message } from "@/lib/domain/message";
import type { Span } from "@/lib/domain/place";
import type { LineKind } from "@/lib/domain/reading";
import type { Form, ReadBy } from "./forms/form";
import type { Label } from "./labels";
import { type MappedText, sourceEnd, sourceStart, splitBreaks } from "./markup";
import { createPlanDraft, type Entry, type GoalDraft, type PlanDraft, type Printed, type ScaleDraft } from "./plan-draft";
import { findLine, type LineIndex, spanBetween } from "./position";
import type { ReadEntry } from "./rating";
import type { LabelHit } from "./recognize";
import type { Row } from "./row";
import { makeMessage } from "./rules";

/** A cell of a row that begins with a heading; `at` is its column. */
export interface HeadedCell {
  at: number;
  cell: MappedText;
  hit: LabelHit | null;
}

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
  /** Whether they stand in a table beside cells for their values: what follows the table is none of these. */
  sealed: boolean;
  /** Line of the last heading among them, and headings right above that stood empty: a cell a line. */
  line: number;
  above: Column[];
  /** Whether blanks part the headings, and the rows below until it is known how they belong to them. */
  blanks: Row["blanks"];
  held: Row[];
}

/** Where the walk over the rows stands and what it has collected so far. */
export interface Walk {
  readonly municipality: string;
  readonly form: Form;
  /** The scales that the document prints, wherever: by them it is told what can be a rating. */
  readonly ratings: readonly ReadEntry[];
  readonly rows: readonly Row[];
  readonly span: (text: MappedText) => Span;
  readonly lineOf: (text: MappedText) => number;
  row: Row | null;
  /** Where `row` stands in `rows`. */
  at: number;
  kinds: LineKind[];
  /** Recognised headings, each with the signs and notes around it. */
  headings: MappedText[];
  /** What stands under headings of which nothing is the plan's own. */
  ignored: MappedText[];
  messages: Message[];
  plans: PlanDraft[];
  plan: PlanDraft;
  goal: GoalDraft | null;
  /** What stands above the heading of the goal that it belongs to. */
  ahead: Entry[];
  /** `head` between a title and its 基本方針; `summary` under 重点目標; `scale` under 達成度について. */
  mode: "head" | "fields" | "summary" | "scale";
  /** Whether the last row named officers: on a further page they are named again. */
  afterOfficers: boolean;
  open: OpenColumns | null;
  summary: {
    columns: { label: Label; at: number }[] | null;
    ratingAt: number | null;
    ignoredAt: number;
    reported: boolean;
    pending: Label | null;
    blanks: boolean;
  };
  /** Of the scale that is being read: columns that only count, its last entry, and whether criteria stand below their entries. */
  scale: { countColumns: number[]; last: { draft: ScaleDraft; line: number } | null; continued: boolean | null; heading: MappedText | null };
  /** Printed once for all departments of the file. */
  sharedTitle: Printed | null;
  sharedYear: (Printed & { value: number }) | null;
  /** 令和7年度 達成状況: the year of a heading, for want of a better. */
  headingYear: (Printed & { value: number }) | null;
  /** Whether headings name several years, of which none can be told to be the plan's. */
  yearsDiffer: boolean;
}

export function createWalk(rows: readonly Row[], lines: LineIndex, { municipality, form }: ReadBy, ratings: readonly ReadEntry[]): Walk {
  const plan = createPlanDraft();
  return {
    municipality,
    form,
    ratings,
    rows,
    span: (text) => spanBetween(lines, sourceStart(text, 0), sourceEnd(text)),
    lineOf: (text) => findLine(lines, sourceStart(text, 0)),
    row: null,
    at: 0,
    kinds: [],
    headings: [],
    ignored: [],
    messages: [],
    plans: [plan],
    plan,
    goal: null,
    ahead: [],
    mode: "head",
    afterOfficers: false,
    open: null,
    summary: { columns: null, ratingAt: null, ignoredAt: Infinity, reported: false, pending: null, blanks: false },
    scale: { countColumns: [], last: null, continued: null, heading: null },
    sharedTitle: null,
    sharedYear: null,
    headingYear: null,
    yearsDiffer: false,
  };
}

/** A text as a value, line after line where soft breaks part it, with its places. */
export function printText(walk: Walk, text: MappedText): Printed {
  const lines = splitBreaks(text);
  return { text: lines.map((line) => line.text).join("\n"), spans: lines.map(walk.span) };
}

/** Says of texts that they repeat what has been read, in other blanks or forms of signs perhaps. */
export function reportRepeated(walk: Walk, texts: readonly MappedText[]): void {
  for (const text of texts) walk.messages.push(makeMessage("repeated-value", [text.text], { span: walk.span(text) }));
}

/** The stretch of the source from the first of some texts to the last. */
export function spanTexts(walk: Walk, texts: readonly MappedText[]): Span {
  return { start: walk.span(texts[0]!).start, end: walk.span(texts.at(-1)!).end };
}

/** Marks the lines of these texts as not understood, with a message each that quotes it. */
export function reportNotUnderstood(walk: Walk, ...texts: MappedText[]): "not-understood" {
  for (const text of texts) {
    walk.kinds[walk.lineOf(text)] = "not-understood";
    walk.messages.push(makeMessage("not-understood", [text.text], { span: walk.span(text) }));
  }
  return "not-understood";
}
