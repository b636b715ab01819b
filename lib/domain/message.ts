import type { Span } from "./place";

/** `error`: the document cannot be used; `warning`: a value is missing or doubtful; `note`: worth knowing. */
export type Severity = "error" | "warning" | "note";

/**
 * What a reader should know of a document. `rule` is a kebab-case name, `reason` a Japanese sentence that
 * quotes the value. `plan` and `pointer` (JSON Pointer into that plan) say which value it is about;
 * `null` where it is about the document as a whole.
 */
export interface Message {
  severity: Severity;
  rule: string;
  reason: string;
  span: Span | null;
  plan: number | null;
  pointer: string | null;
}
