import { existsSync } from "node:fs";
import path from "node:path";
import type { Database } from "../client";
import { decisionListDigest, findListInForce, isNews, storeDecisionList, type DecisionList } from "../continuations/decision-list";
import { readDecisions } from "../continuations/decisions-file";
import { findDataset } from "../queries/datasets";
import { listUnmatchedDecisions } from "../queries/unmatched-decisions";
import { readSourceFile } from "./source-files";
import type { UnmatchedDecision } from "@/lib/domain/continuation";
import type { Message } from "@/lib/domain/message";

/** What became of the file of decisions, and how many it holds. Refused, it leaves the last valid one in force. */
export interface DecisionsOutcome {
  file: string;
  outcome: "added" | "unchanged" | "refused";
  decisions: number;
  messages: Message[];
}

/** Reads the file of decisions as `storeDecisions` would, and stores nothing; `null` where there is no such file. */
export async function checkDecisions(file: string): Promise<DecisionsOutcome | null> {
  if (!existsSync(file)) return null;
  const source = await readSourceFile(file);
  const { decisions, messages } = "refusal" in source ? { decisions: [], messages: [source.refusal] } : readDecisions(source.bytes);
  const outcome = messages.some(({ severity }) => severity === "error") ? "refused" : "added";
  return { file, outcome, decisions: decisions.length, messages };
}

/** Stores the file of decisions, for `appendDataset` to take in; `list` is `null` where it is refused, not there, or no news. */
export async function storeDecisions(
  db: Database,
  file: string,
  municipality: string,
): Promise<{ list: DecisionList | null; outcome: DecisionsOutcome | null }> {
  if (!existsSync(file)) return { list: null, outcome: null };
  const refuse = (messages: Message[]) => ({ list: null, outcome: { file, outcome: "refused" as const, decisions: 0, messages } });
  const source = await readSourceFile(file);
  if ("refusal" in source) return refuse([source.refusal]);
  const { decisions, messages } = readDecisions(source.bytes);
  if (messages.some(({ severity }) => severity === "error")) return refuse(messages);
  const fileName = path.basename(file).normalize("NFC");
  const outcome = { file, decisions: decisions.length, messages };
  const stated = { digest: decisionListDigest({ fileId: source.id, municipality }), count: decisions.length };
  if (!isNews(stated, await findListInForce(db))) return { list: null, outcome: { ...outcome, outcome: "unchanged" } };
  const list = await storeDecisionList(db, { fileName, fileId: source.id, municipality, bytes: source.bytes }, decisions);
  return { list, outcome: { ...outcome, outcome: "added" } };
}

/** A warning for each decision in force that changes nothing in the newest dataset. */
export async function findDecisionMessages(db: Database): Promise<Message[]> {
  const dataset = await findDataset(db);
  if (!dataset) return [];
  return (await listUnmatchedDecisions(db, dataset)).map((decision) => {
    const { rule, reason } = describeUnmatched(decision);
    return { severity: "warning", rule, reason, span: decision.span, plan: null, pointer: null };
  });
}

function describeUnmatched({ reason, missingKey, predecessorKey, successorKey }: UnmatchedDecision): { rule: string; reason: string } {
  switch (reason) {
    case "item":
      return { rule: "decision-without-item", reason: `「${missingKey}」は取り込まれた運営方針にないため、この判断は使いません。` };
    case "years":
      return { rule: "decision-without-comparison", reason: `「${predecessorKey}」と「${successorKey}」は比べる年度の組ではないため、この判断は使いません。` };
    case "link":
      return { rule: "decision-without-link", reason: `「${predecessorKey}」から「${successorKey}」への継続は見つかっていないため、この判断は使いません（加えるなら add とします）。` };
  }
}
