import type { JsonTree } from "@/lib/document/plan-json-tree";
import type { Level } from "@/lib/domain/continuation";
import { LINK_KINDS } from "@/lib/domain/continuing";
import { parseItemKey } from "@/lib/domain/item-key";
import type { Message } from "@/lib/domain/message";
import type { Span } from "@/lib/domain/place";
import { makeFault, readCheckedJson } from "../checked-json";
import type { DecisionStatement } from "../decision-event";
import { DECISIONS_FORMAT, decisionsSchema, END_KINDS } from "./decisions-schema";

/** A decision as the file states it. `span` is of the predecessor's key. */
export interface StatedDecision extends DecisionStatement {
  span: Span;
}

/** What a file of decisions says; an `error` among the messages means that it cannot be used, and `decisions` is empty. */
export interface DecisionsReading {
  decisions: StatedDecision[];
  messages: Message[];
}

/** A file without decisions. */
export const NO_DECISIONS = `{
  "$schema": "./continuations.schema.json",
  "format": "${DECISIONS_FORMAT}",
  "decisions": []
}
`;

/** Reads a file of decisions. Whatever the form does not know refuses it whole. */
export function readDecisions(bytes: Uint8Array): DecisionsReading {
  const read = readCheckedJson(bytes, decisionsSchema);
  if ("faults" in read) return refuse(read.faults);
  const { tree } = read;
  const decisions = read.value.decisions.map((decision, at): StatedDecision => {
    const { kind = null, successor = null, ...rest } = decision;
    return { ...rest, successor, kind: decision.decision === "reject" ? null : kind, span: tree.spans.get(`/decisions/${at}/predecessor`)! };
  });
  const faults = decisions.flatMap((decision, at) => checkDecision(decision, at, tree));
  return faults.length > 0 ? refuse(faults) : { decisions, messages: [] };
}

function refuse(messages: Message[]): DecisionsReading {
  return { decisions: [], messages };
}

/** What a schema cannot say. */
function checkDecision({ decision, level, predecessor, successor, kind, decidedOn }: StatedDecision, at: number, tree: JsonTree): Message[] {
  const faults: Message[] = [];
  const add = (name: string, reason: string) => faults.push(makeFault(tree, `/decisions/${at}/${name}`, "json-value", `/decisions/${at}/${name}：${reason}`));
  for (const [name, key] of [
    ["predecessor", predecessor],
    ["successor", successor],
  ] as const) {
    if (key !== null && levelOf(key) !== level)
      add(name, `level が「${level}」ですが、「${key}」は${level === "goal" ? "具体的取組" : "重点目標"}の番号です。`);
  }
  if (decision === "end" && successor !== null) add("successor", `end には書けませんが、「${successor}」があります。`);
  if (successor === null && decision !== "end" && decision !== "undo") add("successor", `${decision} には後の年度の項目が必要ですが、ありません。`);
  const kinds = decision === "end" ? END_KINDS : decision === "undo" ? [] : LINK_KINDS;
  if (kind === null ? decision === "end" : !(kinds as readonly string[]).includes(kind)) {
    const needed = kinds.length === 0 ? "書けません" : `${kinds.map((each) => `「${each}」`).join("か")}が必要です`;
    add("kind", `${decision} には${needed}が、${kind === null ? "ありません" : `「${kind}」です`}。`);
  }
  const date = new Date(`${decidedOn}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(decidedOn)) add("decidedOn", `暦にある日付が必要ですが、「${decidedOn}」です。`);
  return faults;
}

/** Whether a public id is a goal's or an initiative's. */
export function levelOf(key: string): Level {
  return parseItemKey(key).initiative === null ? "goal" : "initiative";
}
