import { createHash } from "node:crypto";
import type { Level, LinkKind } from "@/lib/domain/continuation";
import type { DecisionVerb, EndKind } from "@/lib/domain/decision";
import { fullId } from "./identifier";

/** What a planner says, as a file states it, its items by their public ids; `successor` is `null` for the end of the predecessor. */
export interface DecisionStatement {
  decision: DecisionVerb;
  level: Level;
  predecessor: string;
  successor: string | null;
  kind: LinkKind | EndKind | null;
  reason: string;
  decidedBy: string;
  /** ISO date. */
  decidedOn: string;
}

/** A planner's event: a statement with full ids, whose digest names it wherever it is stored. */
export interface DecisionEvent extends DecisionStatement {
  digest: string;
  /** The predecessor's. */
  municipalityId: string;
  /** Which it is of those that say the same, word for word, from 1. */
  occurrence: number;
}

/** The events that statements in a file are, in order. `home`: the municipality whose items stand without a prefix. */
export function makeEvents(statements: readonly DecisionStatement[], home: string): DecisionEvent[] {
  const seen = new Map<string, number>();
  return statements.map(({ decision, level, kind, reason, decidedBy, decidedOn, ...keys }) => {
    const [predecessor, successor] = [fullId(keys.predecessor, home), keys.successor === null ? null : fullId(keys.successor, home)];
    const said = { decision, level, predecessor, successor, kind, reason, decidedBy, decidedOn };
    const name = JSON.stringify(said);
    const occurrence = (seen.get(name) ?? 0) + 1;
    seen.set(name, occurrence);
    return { ...said, occurrence, digest: eventDigest({ ...said, occurrence }), municipalityId: predecessor.slice(0, predecessor.indexOf("-")) };
  });
}

/** SHA-256 in hex of all that an event says. */
export function eventDigest({
  decision,
  level,
  predecessor,
  successor,
  kind,
  reason,
  decidedBy,
  decidedOn,
  occurrence,
}: Omit<DecisionEvent, "digest" | "municipalityId">): string {
  const said = [decision, level, predecessor, successor, kind, reason, decidedBy, decidedOn, occurrence];
  return createHash("sha256")
    .update(`ayumi-decision\n${JSON.stringify(said)}`)
    .digest("hex");
}
