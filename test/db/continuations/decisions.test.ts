import { writeFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import type { Database } from "@/db/client";
import { readContinuations } from "@/db/queries/continuations";
import { findDataset, listDatasets } from "@/db/queries/datasets";
import { listUnmatchedDecisions } from "@/db/queries/unmatched-decisions";
import type { ContinuationLink } from "@/lib/domain/continuation";
import { createStore, ingest, makeDecision, makePlan, REAL_DOCUMENTS, removeTemporary, writeDecisions, writePlans } from "../temporary-store";

afterEach(removeTemporary);

const readLinks = async (db: Database, id?: string) => (await readContinuations(db, (await findDataset(db, id))!)).comparisons.flatMap(({ links }) => links);
const find = (links: readonly ContinuationLink[], predecessor: string, successor: string) =>
  links.find(({ predecessorKey, successorKey }) => predecessorKey.endsWith(predecessor) && successorKey.endsWith(successor));

describe("decisions in a dataset", () => {
  it("are part of its id, once; no decisions change nothing", async () => {
    const { db, folder } = await createStore();
    const plain = (await ingest(db, REAL_DOCUMENTS)).dataset;
    const ids: (string | null)[] = [];
    const outcomes: (string | undefined)[] = [];
    for (const decisions of [[], [makeDecision()], [makeDecision()], [], []]) {
      const result = await ingest(db, REAL_DOCUMENTS, { decisionsFile: writeDecisions(folder, decisions) });
      ids.push(result.dataset);
      outcomes.push(result.decisions?.outcome);
    }
    expect(outcomes).toEqual(["unchanged", "added", "unchanged", "added", "unchanged"]);
    expect([ids[0], ids[1] === plain, ids[2], ids[4]]).toEqual([plain, false, ids[1], ids[3]]);
    expect((await listDatasets(db)).length).toBe(3);
    const absent = await ingest(db, [], { decisionsFile: `${folder}/no-such-file.json` });
    expect([absent.decisions, absent.dataset]).toEqual([null, ids[4]]);
    const { db: other, folder: elsewhere } = await createStore();
    const file = writeDecisions(elsewhere, [makeDecision()]);
    await ingest(other, REAL_DOCUMENTS);
    expect((await ingest(other, [], { decisionsFile: file })).dataset).toBe(ids[1]);
    const { db: together } = await createStore();
    expect((await ingest(together, REAL_DOCUMENTS, { decisionsFile: file })).dataset).toBe(ids[1]);
  });

  it("change the one link they are about, and no other; an older dataset shows what it showed", async () => {
    const { db, folder } = await createStore();
    const { dataset } = await ingest(db, REAL_DOCUMENTS);
    const before = await readLinks(db);
    const decisions = [
      makeDecision(),
      makeDecision({ decision: "reject", predecessor: "2021-policy-promotion-6", reason: "別の事業のため" }),
      makeDecision({ decision: "add", kind: "related", predecessor: "2021-policy-promotion-3", successor: "2025-policy-promotion-3" }),
    ];
    const result = await ingest(db, [], { decisionsFile: writeDecisions(folder, decisions) });
    expect(result.decisions).toMatchObject({ outcome: "added", decisions: 3, messages: [] });
    const after = await readLinks(db);
    expect(find(after, "-5", "-4")).toMatchObject({ status: "confirmed", kind: "merged", record: { decision: "confirm", decidedBy: "企画調整課", decidedOn: "2026-04-01" } });
    expect(find(after, "-6", "-4")).toMatchObject({ status: "rejected", record: { reason: "別の事業のため" } });
    expect(find(after, "-3", "-3")).toMatchObject({ status: "added", kind: "related", record: { decision: "add" } });
    const untouched = (links: readonly ContinuationLink[]) => links.filter((link) => !["-5 -4", "-6 -4", "-3 -3"].includes(`${link.predecessorKey.slice(-2)} ${link.successorKey.slice(-2)}`));
    expect(untouched(after)).toEqual(untouched(before));
    const { comparisons } = await readContinuations(db, (await findDataset(db))!);
    expect(comparisons[0]!.ended).toContain("2021-policy-promotion-6");
    expect(await readLinks(db, dataset!)).toEqual(before);
    expect(before.every(({ status }) => status === "proposed")).toBe(true);
  });

  it("that cannot be read leave the last valid ones in force", async () => {
    const { db, folder } = await createStore();
    const file = writeDecisions(folder, [makeDecision()]);
    const { dataset } = await ingest(db, REAL_DOCUMENTS, { decisionsFile: file });
    writeFileSync(file, '{ "format": "ayumi-decisions/1", "decisions": [{}] }');
    const result = await ingest(db, [], { decisionsFile: file });
    expect([result.decisions?.outcome, result.dataset]).toEqual(["refused", dataset]);
    expect(result.decisions!.messages.every(({ severity }) => severity === "error")).toBe(true);
    expect(find(await readLinks(db), "-5", "-4")!.status).toBe("confirmed");
  });

  it("about what is not there are warnings with their place, at each ingest, and do no harm", async () => {
    const { db, folder } = await createStore();
    const decisions = [
      makeDecision({ predecessor: "2021-policy-promotion-9" }),
      makeDecision(),
      makeDecision({ decision: "reject", predecessor: "2021-policy-promotion-3", successor: "2025-policy-promotion-3" }),
      makeDecision({ decision: "add", predecessor: "2025-policy-promotion-4", successor: "2021-policy-promotion-5" }),
      makeDecision({ level: "initiative", predecessor: "2021-policy-promotion-5-i1", successor: "2025-policy-promotion-4-i3" }),
    ];
    const file = writeDecisions(folder, decisions);
    for (const run of [1, 2]) {
      const { decisions: outcome } = await ingest(db, REAL_DOCUMENTS, { decisionsFile: file });
      expect(outcome!.outcome).toBe(run === 1 ? "added" : "unchanged");
      expect(outcome!.messages.map(({ severity, rule, span, reason }) => [severity, rule, span!.start.line, /「(.*?)」/.exec(reason)![1]])).toEqual([
        ["warning", "decision-without-item", 7, "2021-policy-promotion-9"],
        ["warning", "decision-without-link", 25, "2021-policy-promotion-3"],
        ["warning", "decision-without-comparison", 34, "2025-policy-promotion-4"],
        ["warning", "decision-without-item", 43, "2025-policy-promotion-4-i3"],
      ]);
    }
    expect(find(await readLinks(db), "-5", "-4")!.status).toBe("confirmed");
  });

  it("stay in force for later documents, and a goal that vanishes leaves its decision without an item", async () => {
    const { db, folder } = await createStore();
    const versions = [makePlan({ fiscalYear: 2025 }), makePlan({ fiscalYear: 2025, stage: "evaluated", priorityGoals: [] })];
    const files = writePlans(folder, [makePlan(), ...versions]);
    const decision = makeDecision({ predecessor: "2024-general-affairs-1", successor: "2025-general-affairs-1" });
    const first = await ingest(db, files.slice(0, 2), { decisionsFile: writeDecisions(folder, [decision]) });
    expect(first.decisions!.messages).toEqual([]);
    expect((await ingest(db, writePlans(`${folder}/more`, [makePlan({ fiscalYear: 2026 })]))).dataset).not.toBe(first.dataset);
    expect((await readLinks(db)).filter(({ record }) => record !== null)).toMatchObject([{ status: "confirmed", successorKey: "2025-general-affairs-1" }]);
    await ingest(db, files.slice(2));
    const dataset = (await findDataset(db))!;
    expect(await listUnmatchedDecisions(db, dataset)).toMatchObject([{ reason: "item", missingKey: "2025-general-affairs-1", fileName: "continuations.json" }]);
    expect((await readContinuations(db, dataset)).comparisons.map(({ from, to }) => [from, to])).toEqual([[2024, 2025], [2025, 2026]]);
    expect(await listUnmatchedDecisions(db, (await findDataset(db, first.dataset!))!)).toEqual([]);
  });

  it("wait for the first document", async () => {
    const { db, folder } = await createStore();
    const file = writeDecisions(folder, [makeDecision()]);
    expect((await ingest(db, [], { decisionsFile: file })).dataset).toBeNull();
    await ingest(db, REAL_DOCUMENTS, { decisionsFile: file });
    expect(find(await readLinks(db), "-5", "-4")!.status).toBe("confirmed");
  });
});
