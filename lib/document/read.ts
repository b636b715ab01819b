import { LIMITS } from "@/lib/domain/limits";
import type { Message } from "@/lib/domain/message";
import type { Span } from "@/lib/domain/place";
import type { Coverage, LineKind, Reading } from "@/lib/domain/reading";
import { joinBrokenHeadings } from "./broken-headings";
import { buildPlan } from "./build";
import { readCellRows } from "./cell-rows";
import { hasContent } from "./collect-head";
import { decodeText } from "./decode";
import { findCountExcess, findLineExcess } from "./excess";
import { type Form, KASHIWARA, type ReadBy, scaleOf } from "./forms/form";
import { isJsonText } from "./json-text";
import { reportUncovered } from "./lossless";
import type { MappedText } from "./markup";
import type { PlanDraft } from "./plan-draft";
import { findLengthExcess, readPlanJson } from "./plan-json";
import { indexLines, type LineIndex, spanBetween } from "./position";
import type { Row } from "./row";
import { walkRows } from "./row-walk";
import { type MessagePlace, makeMessage, type Refusal, refuseExcess } from "./rules";
import { readEntry } from "./scale";
import type { ExtractedText } from "./sources/extract";
import { tokenizeLines } from "./tokenize";
import { findUnprintable } from "./unprintable";
import { createWalk, type Walk } from "./walk-state";

/** What a document is read by; see `readDocument`. */
export interface ReadOptions {
  municipality: string;
  form?: Form;
}

const EMPTY: MappedText = { text: "", offset: 0, starts: null, ends: null };

/** The part of a reading that is said about a text, whatever its form. */
type TextReading = Pick<Reading, "plans" | "lines" | "messages" | "findings">;

/**
 * Reads a city's document, a text or plan JSON, or what was made of one that is neither: the plans it holds, where each
 * value stands, what each line was taken for, and what there is to say about it. Never throws; a document that cannot be
 * used has no plans and an `error` message. `municipality` is the city that the plans belong to, since the documents do
 * not name it; `form` is the one that the document is printed on, Kashiwara's where it is left out.
 */
export function readDocument(source: Uint8Array | ExtractedText, { municipality, form = KASHIWARA }: ReadOptions): Reading {
  const by = { municipality, form };
  const reading = source instanceof Uint8Array ? readTextDocument(source, by) : readExtracted(source, by);
  return form === KASHIWARA ? reading : { ...reading, form: form.definition };
}

function readTextDocument(bytes: Uint8Array, by: ReadBy): Reading {
  const tooLarge: Refusal | null = bytes.length > LIMITS.bytes ? { rule: "too-large", args: [bytes.length, LIMITS.bytes] } : null;
  const decoded = decodeText(tooLarge ? bytes.subarray(0, 0) : bytes);
  const { encoding, newline, text } = decoded;
  const base = { encoding, newline, text };
  const refusal = tooLarge ?? decoded.refusal;
  if (refusal) return { ...base, ...refuseWhole(text, refusal) };
  const index = indexLines(text);
  const excess = findLineExcess(text, index, !isJsonText(text));
  const reading = excess
    ? refuseReading(index, [refuseExcess(excess)])
    : isJsonText(text)
      ? readPlanJson(text, by)
      : readRows(tokenizeLines(text, index, by), text, index, by);
  return { ...base, ...countReading(reading) };
}

function readExtracted({ format, text, places, whole, messages, refusal }: ExtractedText, by: ReadBy): Reading {
  const base = { encoding: "utf-8", newline: "lf", text, source: { format, places } } as const;
  if (refusal) return { ...base, ...refuseWhole(text, refusal) };
  const index = indexLines(text);
  const excess = findLineExcess(text, index, true);
  const reading = excess ? refuseReading(index, [refuseExcess(excess)]) : readRows(readCellRows(text, index, whole), text, index, by);
  return { ...base, ...countReading({ ...reading, messages: [...messages, ...reading.messages] }) };
}

function refuseWhole(text: string, { rule, args }: Refusal): TextReading & Pick<Reading, "coverage"> {
  const lines: LineKind[] = indexLines(text).starts.map(() => "blank");
  return { plans: [], lines, coverage: countLines(lines), messages: [makeMessage(rule, args as never)], findings: [] };
}

function countReading(reading: TextReading): TextReading & Pick<Reading, "coverage"> {
  const limited = limitMessages(reading);
  return { ...limited, coverage: countLines(limited.lines) };
}

function refuseReading(index: LineIndex, messages: Message[]): TextReading {
  return { plans: [], lines: index.starts.map(() => "not-understood"), messages, findings: [] };
}

/** A reading of which too much is to be said is refused; of one that is refused anyway, no more is said than of any. */
function limitMessages(reading: TextReading): TextReading {
  const { messages, findings, lines } = reading;
  const count = messages.length + findings.length;
  if (count <= LIMITS.messages) return reading;
  if (messages.some(({ severity }) => severity === "error")) return { ...reading, messages: messages.slice(0, LIMITS.messages) };
  const first = messages[LIMITS.messages] ?? findings[LIMITS.messages - messages.length]!;
  return {
    plans: [],
    lines,
    messages: [makeMessage("too-many-messages", [count, LIMITS.messages], { span: first.span }), ...messages.slice(0, LIMITS.messages)],
    findings: [],
  };
}

function readRows(cells: readonly Row[], text: string, index: LineIndex, by: ReadBy): TextReading {
  const rows = joinBrokenHeadings(cells, by.form);
  // The scale mostly stands below the ratings of the summary, and says what can be one.
  const first = createWalk(rows, index, by, []);
  walkRows(first);
  const walk = createWalk(
    rows,
    index,
    by,
    scaleOf(
      by.form,
      first.plans.flatMap((plan) => plan.scale.map(readEntry)),
    ),
  );
  walkRows(walk);
  walk.messages.push(...findUnprintable(text, index));
  const drafts = walk.plans.filter(hasContent);
  const refusals = refuseDrafts(walk, drafts, text);
  if (refusals.length > 0) {
    return { plans: [], lines: walk.kinds, messages: [...refusals, ...sortMessages(walk.messages)], findings: [] };
  }
  const scale = drafts.find((draft) => draft.scale.length > 0)?.scale ?? [];
  // Before what is built of them takes memory.
  const tooMany = findCountExcess(drafts.map(({ goals }) => ({ priorityGoals: goals })));
  if (tooMany) return refuseReading(index, [refuseExcess({ ...tooMany, at: { ...tooMany.at, span: walk.span(findHeading(tooMany.at)) } })]);
  const built = drafts.map((draft, position) => buildPlan(walk, draft, position, scale));
  const plans = built.map(({ reading }) => reading.plan);
  reportUncovered(
    walk,
    built.map(({ reading }) => reading),
    text.length,
  );
  const counted = findCountExcess(plans);
  const excesses = counted ? [counted] : findLengthExcess(plans);
  if (excesses.length > 0) {
    return {
      plans: [],
      lines: walk.kinds,
      messages: excesses.map((excess) => refuseExcess({ ...excess, at: { ...excess.at, span: findSpan(excess.at) } })),
      findings: [],
    };
  }
  return {
    plans: built.map((plan) => plan.reading),
    lines: walk.kinds,
    messages: sortMessages(walk.messages),
    findings: built.flatMap((plan) => plan.findings),
  };

  /** The heading of a draft's goal, or the first of a draft. */
  function findHeading({ plan, pointer }: MessagePlace): MappedText {
    const { goals, basicPolicy, scale } = drafts[plan ?? 0]!;
    return goals[Number(/\d+$/.exec(pointer ?? "")?.[0] ?? 0)]?.heading ?? basicPolicy[0] ?? scale[0]?.rating ?? EMPTY;
  }

  /** Where a value of a plan stands, or the first of what it holds. */
  function findSpan({ plan, pointer }: MessagePlace): Span | null {
    const places = Object.entries(built[plan ?? 0]?.reading.places ?? {});
    const spans = places.filter(([each]) => pointer === "" || each === pointer || each.startsWith(`${pointer}/`)).flatMap(([, found]) => found);
    return spans.reduce<Span | null>((first, span) => (first && first.start.offset <= span.start.offset ? first : span), null);
  }

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
      if (!draft.year && walk.headingYear && !walk.yearsDiffer) {
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
