import { existsSync } from "node:fs";
import path from "node:path";
import type { Message } from "@/lib/domain/message";
import type { Span } from "@/lib/domain/place";
import { describeDecisionFinding } from "@/lib/texts/decision-finding";
import type { Database } from "../connection/database";
import { type DecisionList, findNewEvents, isTaken } from "../continuations/decision-list";
import { readDecisions } from "../continuations/decisions-file";
import { makeEvents } from "../decision-event";
import { findDataset } from "../queries/datasets";
import { listDecisionFindings } from "../queries/decision-findings";
import { readSourceFile } from "./source-files";

/** What became of the file of decisions, how many it states, and how many of them are new. Refused, it adds none. */
export interface DecisionsOutcome {
  file: string;
  outcome: "added" | "unchanged" | "refused";
  decisions: number;
  added: number;
  messages: Message[];
}

/** A file of decisions that was read, to be taken in. */
export interface ReadDecisions {
  /** What `appendDataset` is to add; `null` where nothing of it is new. */
  list: DecisionList | null;
  outcome: DecisionsOutcome;
  /** Where the file states the event of a digest. */
  spans: ReadonlyMap<string, Span>;
}

/** Reads the file of decisions as `readDecisionList` would, without a store; `null` where there is no such file. */
export async function checkDecisions(file: string): Promise<DecisionsOutcome | null> {
  if (!existsSync(file)) return null;
  const source = await readSourceFile(file);
  const { decisions, messages } = "refusal" in source ? { decisions: [], messages: [source.refusal] } : readDecisions(source.bytes);
  const outcome = messages.some(({ severity }) => severity === "error") ? "refused" : "added";
  return { file, outcome, decisions: decisions.length, added: decisions.length, messages };
}

/** Reads the file of decisions and finds what of it is new: nothing where its very bytes were taken in before. `null` where there is no such file. */
export async function readDecisionList(db: Database, file: string, municipality: string): Promise<ReadDecisions | null> {
  if (!existsSync(file)) return null;
  const refuse = (messages: Message[]): ReadDecisions => ({
    list: null,
    outcome: { file, outcome: "refused", decisions: 0, added: 0, messages },
    spans: new Map(),
  });
  const source = await readSourceFile(file);
  if ("refusal" in source) return refuse([source.refusal]);
  const { decisions, messages } = readDecisions(source.bytes);
  if (messages.some(({ severity }) => severity === "error")) return refuse(messages);
  const events = makeEvents(decisions, municipality);
  const list: DecisionList = { fileName: path.basename(file).normalize("NFC"), fileId: source.id, municipality, bytes: source.bytes, events };
  const added = (await isTaken(db, list)) ? 0 : (await findNewEvents(db, list)).fresh.length;
  return {
    list: added === 0 ? null : list,
    outcome: { file, outcome: added === 0 ? "unchanged" : "added", decisions: decisions.length, added, messages },
    spans: new Map(events.map(({ digest }, at) => [digest, decisions[at]!.span])),
  };
}

/** A warning for each finding of the newest dataset about a decision that the file states, at its place. */
export async function findDecisionMessages(db: Database, spans: ReadonlyMap<string, Span>): Promise<Message[]> {
  const dataset = spans.size === 0 ? null : await findDataset(db);
  if (!dataset) return [];
  return (await listDecisionFindings(db, dataset)).flatMap((finding): Message[] => {
    const span = spans.get(finding.event);
    return span ? [{ severity: "warning", rule: finding.rule, reason: describeDecisionFinding(finding), span, plan: null, pointer: null }] : [];
  });
}
