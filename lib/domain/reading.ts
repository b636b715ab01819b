import type { FormDefinition } from "./form-definition";
import type { Message } from "./message";
import type { Places } from "./place";
import type { DepartmentPlan } from "./plan";

export type Encoding = "utf-8" | "utf-8-bom" | "utf-16le" | "utf-16be" | "shift_jis" | "euc-jp";
export type Newline = "lf" | "crlf" | "cr" | "mixed" | "none";

/** What a document is: a text, or a file of which a text of rows and cells is made. */
export type SourceFormat = "text" | "docx" | "xlsx" | "pdf" | "html" | "csv" | "jis" | "odt";

/** What a source line was taken for. A line that holds a heading and a value is a `field`. */
export type LineKind = "blank" | "field" | "heading" | "separator" | "decoration" | "not-understood";

/** How much of a document was read; the counts of the kinds sum to `lines`. */
export interface Coverage {
  lines: number;
  blank: number;
  field: number;
  heading: number;
  separator: number;
  decoration: number;
  notUnderstood: number;
}

/** One plan as read from a document. */
export interface PlanReading {
  plan: DepartmentPlan;
  places: Places;
  /** What the source prints for each rating (`B 概ね達成`), by JSON Pointer, also where no rating could be read. */
  ratingTexts: Record<string, string>;
}

/** A document as read: its plans, what each line was taken for, and what a reader should know. */
export interface Reading {
  encoding: Encoding;
  newline: Newline;
  /** The whole source text, decoded, without byte order mark; of a file that is no text, its rows, cells parted by tabs. Offsets in spans count in it. */
  text: string;
  /** Where a file that is no text has been made into one; absent for a text. */
  source?: { format: SourceFormat /** Of each line, where it stands in the original: `表3 2行`. */; places: string[] };
  /** The definition of the form that it was read by; absent for Kashiwara's. */
  form?: FormDefinition;
  plans: PlanReading[];
  /** One entry a source line. */
  lines: LineKind[];
  coverage: Coverage;
  /** About the reading: what is doubtful, missing or not understood. An `error` refuses the document. */
  messages: Message[];
  /** About the content: what a planner wants to look at (食い違い, 空欄 …). */
  findings: Message[];
}
