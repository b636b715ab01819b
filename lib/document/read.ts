import type { Message } from "@/lib/domain/message";
import type { Coverage, LineKind, Reading } from "@/lib/domain/reading";
import { buildPlan } from "./build";
import { hasContent } from "./collect";
import { decodeText } from "./decode";
import type { PlanDraft } from "./draft";
import { readPlanJson } from "./plan-json";
import { indexLines, spanBetween } from "./position";
import { makeMessage } from "./rules";
import { tokenizeLines } from "./tokenize";
import { walkRows } from "./walk";
import { createWalk, type Walk } from "./walk-state";

/** The part of a reading that is said about a text, whatever its form. */
type TextReading = Pick<Reading, "plans" | "lines" | "messages" | "findings">;

/**
 * Reads a city's document: the plans it holds, where each value stands, what each line was taken for, and what
 * there is to say about it. Never throws; a document that cannot be used has no plans and an `error` message.
 * `municipality` is the city that the plans belong to, since the documents do not name it.
 */
export function readDocument(bytes: Uint8Array, options: { municipality: string }): Reading {
  const { encoding, newline, text, refusal } = decodeText(bytes);
  const base = { encoding, newline, text };
  if (refusal) {
    const lines: LineKind[] = indexLines(text).starts.map(() => "blank");
    const messages = [makeMessage(refusal.rule, refusal.args as never)];
    return { ...base, plans: [], lines, coverage: countLines(lines), messages, findings: [] };
  }
  const reading = isJson(text) ? readPlanJson(text, options) : readText(text, options.municipality);
  return { ...base, ...reading, coverage: countLines(reading.lines) };
}

/** Whether a text is an object or a list: `[重点目標]` at the very beginning is a heading. */
function isJson(text: string): boolean {
  return /^\s*(?:\{|\[\s*(?:[[\]{"]|$))/.test(text);
}

function readText(text: string, municipality: string): TextReading {
  const index = indexLines(text);
  const walk = createWalk(tokenizeLines(text, index), index, municipality);
  walkRows(walk);
  const drafts = walk.plans.filter(hasContent);
  const refusals = refuseDrafts(walk, drafts, text);
  if (refusals.length > 0) {
    return { plans: [], lines: walk.kinds, messages: [...refusals, ...sortMessages(walk.messages)], findings: [] };
  }
  const scale = drafts.find((draft) => draft.scale.length > 0)?.scale ?? [];
  const built = drafts.map((draft, position) => buildPlan(walk, draft, position, scale));
  return {
    plans: built.map((plan) => plan.reading),
    lines: walk.kinds,
    messages: sortMessages(walk.messages),
    findings: built.flatMap((plan) => plan.findings),
  };

  /** Why the document cannot be used. Fills in a year that only a heading names. */
  function refuseDrafts(walk: Walk, drafts: PlanDraft[], text: string): Message[] {
    const start = text.search(/\S/);
    const end = Math.max(start, text.slice(start).search(/[\r\n]|$/) + start);
    const first = text.slice(start, end);
    const span = spanBetween(index, start, end);
    if (!drafts.some((draft) => draft.goals.length > 0 || draft.basicPolicy.length > 0 || draft.officers.size > 0)) {
      return [makeMessage("no-plan", [first], { span })];
    }
    const messages: Message[] = [];
    for (const [position, draft] of drafts.entries()) {
      draft.year ??= walk.sharedYear ?? drafts.find((other) => other.year)?.year ?? null;
      if (!draft.year && walk.headingYear) {
        draft.year = walk.headingYear;
        const [place] = draft.year.spans;
        walk.messages.push(
          makeMessage("year-from-heading", [draft.year.text, draft.year.value], { span: place ?? null, plan: position, pointer: "/fiscalYear" }),
        );
      }
      const title = draft.title?.text ?? first;
      const at = { span: draft.title?.spans[0] ?? span };
      if (!draft.year) messages.push(makeMessage("year-unknown", [title], at));
      if (!draft.department) messages.push(makeMessage("department-unknown", [title], at));
    }
    return messages;
  }
}

function countLines(lines: readonly LineKind[]): Coverage {
  const count = (kind: LineKind): number => lines.reduce((sum, line) => sum + (line === kind ? 1 : 0), 0);
  return {
    lines: lines.length,
    blank: count("blank"),
    field: count("field"),
    heading: count("heading"),
    separator: count("separator"),
    decoration: count("decoration"),
    notUnderstood: count("not-understood"),
  };
}

function sortMessages(messages: Message[]): Message[] {
  return [...messages].sort((one, other) => (one.span?.start.offset ?? 0) - (other.span?.start.offset ?? 0));
}
