import { writeFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import type { Database } from "@/db/connection/database";
import { readContinuations } from "@/db/queries/continuations";
import { findDataset, listDatasets } from "@/db/queries/datasets";
import { listDecisionFindings } from "@/db/queries/decision-findings";
import type { ContinuationLink } from "@/lib/domain/continuation-history";
import { createStore, ingest, makeDecision, makePlan, REAL_DOCUMENTS, removeTemporary, writeDecisions, writePlans } from "../temporary-store";

afterEach(removeTemporary);

const readLinks = async (db: Database, id?: string) => (await readContinuations(db, (await findDataset(db, id))!)).comparisons.flatMap(({ links }) => links);
const find = (links: readonly ContinuationLink[], predecessor: string, successor: string) =>
  links.find(({ predecessorKey, successorKey }) => predecessorKey.endsWith(predecessor) && successorKey.endsWith(successor));

describe("decisions in a dataset", () => {
  it("are part of its id, each once, however many runs brought them in; none changes nothing", async () => {
    const { db, folder } = await createStore();
    const plain = (await ingest(db, REAL_DOCUMENTS)).dataset;
    expect(plain).toMatch(/^06ea1646c95b/);
    const [one, other] = [makeDecision(), makeDecision({ decision: "reject", predecessor: "2021-policy-promotion-6" })];
    const ids: (string | null)[] = [];
    const outcomes: unknown[] = [];
    for (const decisions of [[], [one], [one], [one, other], [other], []]) {
      const result = await ingest(db, REAL_DOCUMENTS, { decisionsFile: writeDecisions(folder, decisions) });
      ids.push(result.dataset);
      outcomes.push([result.decisions!.outcome, result.decisions!.decisions, result.decisions!.added]);
    }
    expect(outcomes).toEqual([
      ["unchanged", 0, 0],
      ["added", 1, 1],
      ["unchanged", 1, 0],
      ["added", 2, 1],
      ["unchanged", 1, 0],
      ["unchanged", 0, 0],
    ]);
    expect(ids).toEqual([plain, ids[1], ids[1], ids[3], ids[3], ids[3]]);
    expect(new Set(ids).size).toBe((await listDatasets(db)).length);
    const absent = await ingest(db, [], { decisionsFile: `${folder}/no-such-file.json` });
    expect([absent.decisions, absent.dataset]).toEqual([null, ids[3]]);
    const file = writeDecisions(folder, [one, other]);
    const { db: apart } = await createStore();
    await ingest(apart, REAL_DOCUMENTS);
    expect((await ingest(apart, [], { decisionsFile: file })).dataset).toBe(ids[3]);
    const { db: together } = await createStore();
    expect((await ingest(together, REAL_DOCUMENTS, { decisionsFile: file })).dataset).toBe(ids[3]);
  });

  it("are added and never taken away, whatever files they come from: of two about one pair the later counts, until it is undone", async () => {
    const { db, folder } = await createStore();
    await ingest(db, REAL_DOCUMENTS);
    const status = async (predecessor: string) => find(await readLinks(db), predecessor, "-4")!.status;
    const [confirm, reject, again] = [makeDecision(), makeDecision({ decision: "reject", reason: "別の事業のため" }), makeDecision()];
    const take = (name: string, decisions: object[]) => ingest(db, [], { decisionsFile: writeDecisions(`${folder}/${name}`, decisions) });
    await take("one", [confirm]);
    await take("other", [makeDecision({ predecessor: "2021-policy-promotion-6" })]);
    expect([await status("-5"), await status("-6")]).toEqual(["confirmed", "confirmed"]);
    await take("one", [reject, confirm]);
    expect([await status("-5"), await status("-6")]).toEqual(["rejected", "confirmed"]);
    expect((await take("one", [confirm])).decisions).toMatchObject({ outcome: "unchanged", decisions: 1, added: 0 });
    expect(await status("-5")).toBe("rejected");
    expect((await take("one", [confirm, reject, again])).decisions).toMatchObject({ outcome: "added", added: 1 });
    expect(await status("-5")).toBe("confirmed");
    await take("one", [confirm, reject, again, makeDecision({ decision: "undo", reason: "見直す" })]);
    expect(find(await readLinks(db), "-5", "-4")).toMatchObject({ status: "proposed", record: null });
  });

  it("say that an item ended, how and why, and that rejects what would carry it on", async () => {
    const { db, folder } = await createStore();
    await ingest(db, REAL_DOCUMENTS);
    const end = (predecessor: string, kind: string) =>
      makeDecision({ decision: "end", predecessor, successor: undefined, kind, reason: "消防本部の業務とした" });
    const decisions = [
      makeDecision(),
      end("2021-policy-promotion-5", "routine"),
      end("2021-policy-promotion-3", "achieved"),
      end("2025-policy-promotion-4", "unknown"),
    ];
    const { decisions: outcome } = await ingest(db, [], { decisionsFile: writeDecisions(folder, decisions) });
    expect(outcome!.messages).toEqual([]);
    const { comparisons } = await readContinuations(db, (await findDataset(db))!);
    expect(find(comparisons[0]!.links, "-5", "-4")).toMatchObject({ status: "rejected", record: { decision: "end", endKind: "routine" } });
    expect(comparisons[0]!.endRecords).toMatchObject({
      "2021-policy-promotion-3": { decision: "end", endKind: "achieved", decidedBy: "企画調整課", reason: "消防本部の業務とした", decidedOn: "2026-04-01" },
      "2021-policy-promotion-5": { endKind: "routine" },
    });
    expect(comparisons[0]!.ended).toEqual(expect.arrayContaining(["2021-policy-promotion-3", "2021-policy-promotion-5"]));
    await ingest(db, [], { decisionsFile: writeDecisions(folder, [...decisions, makeDecision({ decidedOn: "2026-05-01" })]) });
    const later = (await readContinuations(db, (await findDataset(db))!)).comparisons[0]!;
    expect([find(later.links, "-5", "-4")!.status, Object.keys(later.endRecords!)]).toEqual(["confirmed", ["2021-policy-promotion-3"]]);
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
    expect(result.decisions).toMatchObject({ outcome: "added", decisions: 3, added: 3, messages: [] });
    const after = await readLinks(db);
    expect(find(after, "-5", "-4")).toMatchObject({
      status: "confirmed",
      kind: "merged",
      record: { decision: "confirm", decidedBy: "企画調整課", decidedOn: "2026-04-01" },
    });
    expect(find(after, "-6", "-4")).toMatchObject({ status: "rejected", record: { reason: "別の事業のため" } });
    expect(find(after, "-3", "-3")).toMatchObject({ status: "added", kind: "related", record: { decision: "add" } });
    const untouched = (links: readonly ContinuationLink[]) =>
      links.filter((link) => !["-5 -4", "-6 -4", "-3 -3"].includes(`${link.predecessorKey.slice(-2)} ${link.successorKey.slice(-2)}`));
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
      makeDecision({ decision: "undo", predecessor: "2021-policy-promotion-1" }),
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
        ["warning", "undo-without-decision", 52, "2021-policy-promotion-1"],
      ]);
    }
    expect(find(await readLinks(db), "-5", "-4")!.status).toBe("confirmed");
  });

  it("stay in force for later documents, and a goal that vanishes leaves its decision without an item", async () => {
    const { db, folder } = await createStore();
    const [goal] = makePlan().priorityGoals;
    // The goal has another number in the evaluated version, and so another id.
    const versions = [makePlan({ fiscalYear: 2025 }), makePlan({ fiscalYear: 2025, stage: "evaluated", priorityGoals: [{ ...goal!, number: 2 }] })];
    const files = writePlans(folder, [makePlan(), ...versions]);
    const decision = makeDecision({ predecessor: "2024-general-affairs-1", successor: "2025-general-affairs-1" });
    const first = await ingest(db, files.slice(0, 2), { decisionsFile: writeDecisions(folder, [decision]) });
    expect(first.decisions!.messages).toEqual([]);
    expect((await ingest(db, writePlans(`${folder}/more`, [makePlan({ fiscalYear: 2026 })]))).dataset).not.toBe(first.dataset);
    expect((await readLinks(db)).filter(({ record }) => record !== null)).toMatchObject([{ status: "confirmed", successorKey: "2025-general-affairs-1" }]);
    await ingest(db, files.slice(2));
    const dataset = (await findDataset(db))!;
    expect(await listDecisionFindings(db, dataset)).toMatchObject([{ rule: "decision-without-item", args: ["2025-general-affairs-1"] }]);
    expect((await readContinuations(db, dataset)).comparisons.map(({ from, to }) => [from, to])).toEqual([
      [2024, 2025],
      [2025, 2026],
    ]);
    expect(await listDecisionFindings(db, (await findDataset(db, first.dataset!))!)).toEqual([]);
  });

  it("wait for the first document", async () => {
    const { db, folder } = await createStore();
    const file = writeDecisions(folder, [makeDecision()]);
    expect((await ingest(db, [], { decisionsFile: file })).dataset).toBeNull();
    await ingest(db, REAL_DOCUMENTS, { decisionsFile: file });
    expect(find(await readLinks(db), "-5", "-4")!.status).toBe("confirmed");
  });
});
