import { readDocument } from "@/lib/document/read";
import type { Reading } from "@/lib/domain/reading";

/** Reads a document that consists of the lines. */
export function readLines(...lines: string[]): Reading {
  return readDocument(new TextEncoder().encode(lines.join("\n")), { municipality: "柏原市" });
}

/** Reads a document of one goal, and tells the goal and the messages. */
export function readGoal(...lines: string[]) {
  const reading = readLines("令和7年度 総務部の運営方針", "重点目標 1\t防災の強化", ...lines);
  return {
    reading,
    goal: reading.plans[0]?.plan.priorityGoals[0],
    messages: reading.messages.map(({ rule, severity, span }) => [severity, rule, span?.start.line]),
  };
}

/** Rules and places of what a reading tells. */
export const listRules = (reading: Reading) => [...reading.messages, ...reading.findings].map(({ rule, pointer }) => [rule, pointer]);
