import type { DecisionVerb } from "@/lib/domain/decision";

/** A planner's event, its items by their keys; `successor` is `null` where it is about the end of the predecessor. */
export interface DecisionStatement {
  decision: DecisionVerb;
  predecessor: string;
  successor: string | null;
  kind: string | null;
}

/** Which of a number of events count, in the order in which they were stated, and which would undo what nobody decided. */
export interface Settlement<S> {
  inForce: S[];
  idle: S[];
}

/**
 * Settles events, given in order: each takes the place of those before it that it contradicts. Those are of the same pair
 * or of the same item's end; and an end contradicts a successor that was confirmed or added, as that contradicts an end,
 * unless it is only `related`.
 */
export function settleDecisions<S extends DecisionStatement>(statements: readonly S[]): Settlement<S> {
  const inForce = new Map<string, S>();
  const successors = new Map<string, Set<string>>();
  const idle: S[] = [];
  for (const statement of statements) {
    const { decision, predecessor } = statement;
    const subject = nameSubject(statement);
    const known = inForce.delete(subject);
    if (decision === "undo") {
      if (!known) idle.push(statement);
      continue;
    }
    if (decision === "end") {
      for (const successor of successors.get(predecessor) ?? []) if (isContinuation(inForce.get(successor))) inForce.delete(successor);
    } else {
      if (isContinuation(statement)) inForce.delete(nameSubject({ predecessor, successor: null }));
      successors.set(predecessor, (successors.get(predecessor) ?? new Set()).add(subject));
    }
    inForce.set(subject, statement);
  }
  return { inForce: [...inForce.values()], idle };
}

/** What an event is about: the same text for events that take each other's place. */
export function nameSubject({ predecessor, successor }: Pick<DecisionStatement, "predecessor" | "successor">): string {
  return `${predecessor} ${successor ?? ""}`;
}

function isContinuation(statement: DecisionStatement | undefined): boolean {
  return statement !== undefined && statement.decision !== "reject" && statement.kind !== "related";
}
