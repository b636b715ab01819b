import type { Message } from "@/lib/domain/message";
import type { Places, Span } from "@/lib/domain/place";
import { type MappedText, splitBreaks } from "./markup";
import { makeMessage, type RuleArgs, type RuleName } from "./rules";
import { reportNotUnderstood, reportRepeated, spanTexts, type Walk } from "./walk-state";

/** What is noted beside a plan while it is built from its draft. */
export interface PlanRecord {
  places: Places;
  ratingTexts: Record<string, string>;
  emptyHeadings: { rule: "empty-heading" | "repeated-heading"; heading: MappedText; pointer: string }[];
  /** Letters whose printed label or percentage is another one's. */
  mismatches: Message[];
  at(text: MappedText, pointer: string | null): { plan: number; pointer: string | null; span: Span };
  /** Notes the place of a value of one or more lines and gives the value, `null` where there is none. */
  put(pointer: string, pieces: readonly MappedText[]): string | null;
  /** `text`, or all from the first to the last of several, is what the message is about. */
  warn<R extends RuleName>(rule: R, args: RuleArgs<R>, text: MappedText | readonly MappedText[], pointer: string | null): void;
  mismatch(
    rule: "rating-label-mismatch" | "rating-percent-mismatch",
    args: [text: string, rating: string, other: string],
    place: MappedText,
    pointer: string,
  ): void;
  giveUp(pieces: readonly MappedText[]): void;
  /** Marks the lines of a value that was not read. */
  unread(pieces: readonly MappedText[]): void;
  repeat(pieces: readonly MappedText[]): void;
}

export function createRecord(walk: Walk, plan: number): PlanRecord {
  const record: PlanRecord = {
    places: {},
    ratingTexts: {},
    emptyHeadings: [],
    mismatches: [],
    at: (text, pointer) => ({ plan, pointer, span: walk.span(text) }),
    put: (pointer, pieces) => {
      if (pieces.length === 0) return null;
      const lines = pieces.flatMap(splitBreaks);
      record.places[pointer] = lines.map(walk.span);
      return lines.map((line) => line.text).join("\n");
    },
    warn: (rule, args, text, pointer) => {
      const span = "text" in text ? walk.span(text) : spanTexts(walk, text);
      walk.messages.push(makeMessage(rule, args, { plan, pointer, span }));
    },
    mismatch: (rule, args, place, pointer) => void record.mismatches.push(makeMessage(rule, args, record.at(place, pointer))),
    unread: (pieces) => {
      for (const piece of pieces) walk.kinds[walk.lineOf(piece)] = "not-understood";
    },
    repeat: (pieces) => reportRepeated(walk, pieces),
    giveUp: (pieces) => void reportNotUnderstood(walk, ...pieces),
  };
  return record;
}
