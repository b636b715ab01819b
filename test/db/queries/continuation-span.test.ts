import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { checkDatabase } from "@/db/check/check-database";
import type { Database } from "@/db/connection/database";
import { writeCountry } from "@/db/generation/generate-command";
import { listSourceFiles } from "@/db/ingest/source-files";
import { readContinuationSpan, type SpanScope } from "@/db/queries/continuation-span";
import { readContinuations } from "@/db/queries/continuations";
import { findDataset } from "@/db/queries/datasets";
import { listDecisionFindings } from "@/db/queries/decision-findings";
import type { Level } from "@/lib/domain/continuation";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import type { ContinuationSpan, SpanLink } from "@/lib/domain/continuation-span";
import { municipalityId } from "@/lib/domain/identifier";
import { nameMunicipality } from "@/lib/generation/municipality-name";
import { createFolder, createStore, ingest, makeDecision, REAL_DOCUMENTS, removeTemporary, writeDecisions } from "../temporary-store";

/** An invented plan of FY2024 (架空) that stands between the two real ones. */
const BETWEEN = "test/db/fixtures/2024-policy-promotion-fictitious.json";
const CITY = "架空市";
const ALL = { from: 2021, to: 2025 } as const;
const [FIVE, FOUR] = ["2021-policy-promotion-5", "2025-policy-promotion-4"] as const;

beforeEach(() => void vi.stubEnv("AYUMI_MUNICIPALITY", CITY));
afterEach(() => {
  vi.unstubAllEnvs();
  removeTemporary();
});

const take = (db: Database, files: readonly string[], decisionsFile?: string) =>
  ingest(db, files, { municipality: CITY, ...(decisionsFile && { decisionsFile }) });
const read = async (db: Database, scope: SpanScope, municipality = CITY, id?: string) =>
  (await readContinuationSpan(db, { ...(await findDataset(db, id))!, municipalityId: municipalityId(municipality) }, scope))!;
const show = (links: readonly SpanLink[]) =>
  links.map(
    ({ predecessorKey, path, kind, status }) =>
      `${[predecessorKey, ...path.map((link) => link.successorKey)].join(" ").replaceAll("-policy-promotion", "")} ${kind} ${status}`,
  );
const showGoals = async (db: Database) => show((await read(db, { ...ALL, level: "goal" })).links);

/** Of each pair of which a path of standing links leads from the one to the other, the best that the weakest link of a path can be. */
function tellApart({ comparisons }: ContinuationHistory, level: Level): Map<string, number> {
  const [first, second] = comparisons.map(({ links }) => links.filter((link) => link.level === level && link.kind !== "related" && link.status !== "rejected"));
  const pairs = new Map<string, number>();
  for (const one of first!) {
    for (const other of second!.filter(({ predecessorKey }) => predecessorKey === one.successorKey)) {
      const pair = `${one.predecessorKey} ${other.successorKey}`;
      pairs.set(pair, Math.max(pairs.get(pair) ?? 0, Math.min(one.score, other.score)));
    }
  }
  return pairs;
}

describe("what became of a municipality's items from any year to any later one", () => {
  it("is what the links say between the two documents, and nothing between years that are not held", async () => {
    const { db } = await createStore();
    await take(db, REAL_DOCUMENTS);
    const { comparisons } = await readContinuations(db, (await findDataset(db))!);
    for (const level of ["goal", "initiative"] as const) {
      const { years, items, links, ended, begun, findings } = await read(db, { ...ALL, level });
      const standing = comparisons[0]!.links.filter((link) => link.level === level && link.kind !== "related");
      expect(links.map(({ predecessorKey, successorKey, kind, score, status }) => ({ predecessorKey, successorKey, kind, score, status }))).toEqual(
        standing.map(({ predecessorKey, successorKey, kind, score, status }) => ({ predecessorKey, successorKey, kind, score, status })),
      );
      const ofLevel = (keys: string[]) => keys.filter((key) => items.some((item) => item.key === key));
      expect([ended.map(({ key }) => key), begun.map(({ key }) => key)]).toEqual([ofLevel(comparisons[0]!.ended), ofLevel(comparisons[0]!.begun)]);
      expect([years, findings, items.every((item) => item.level === level)]).toEqual([[2021, 2025], [], true]);
    }
    for (const [from, to] of [
      [2021, 2024],
      [2025, 2021],
      [2021, 2021],
    ] as const)
      expect(await read(db, { from, to, level: "goal" })).toBeNull();
  });

  it("goes through the year between, splits and mergers with it, as sure as the weakest link", async () => {
    const { db } = await createStore();
    await take(db, [...REAL_DOCUMENTS, BETWEEN]);
    expect(await showGoals(db)).toEqual(expect.arrayContaining(["2021-5 2024-4 2025-4 merged proposed", "2021-6 2024-5 2025-4 merged proposed"]));
    const history = await readContinuations(db, (await findDataset(db))!);
    for (const level of ["goal", "initiative"] as const) {
      const { years, links, ended, begun } = await read(db, { ...ALL, level });
      expect(years).toEqual([2021, 2024, 2025]);
      const sort = (pairs: Map<string, number>) => [...pairs].sort(([one], [other]) => (one < other ? -1 : 1));
      expect(sort(new Map(links.map(({ predecessorKey, successorKey, score }) => [`${predecessorKey} ${successorKey}`, score])))).toEqual(
        sort(tellApart(history, level)),
      );
      for (const { key, until } of ended) expect(until === 2021).toBe(history.comparisons[0]!.ended.includes(key));
      for (const { key, since } of begun) expect(since === 2025).toBe(history.comparisons[1]!.begun.includes(key));
    }
    expect((await read(db, { from: 2024, to: 2025, level: "goal" })).links.every(({ path }) => path.length === 1)).toBe(true);
  });

  it("keeps what was decided about two years when a year between them arrives, and the other way round", async () => {
    const { db, folder } = await createStore();
    const [other] = [makeDecision({ decision: "reject", predecessor: "2021-policy-promotion-6", reason: "別の事業のため" })];
    const file = writeDecisions(folder, [
      makeDecision(),
      other!,
      makeDecision({ decision: "add", predecessor: "2021-policy-promotion-4", successor: "2025-policy-promotion-2" }),
    ]);
    const { dataset } = await take(db, REAL_DOCUMENTS, file);
    const before = await read(db, { ...ALL, level: "goal" });
    const { decisions } = await take(db, [BETWEEN], file);
    const now = await showGoals(db);
    expect(now).toEqual(expect.arrayContaining(["2021-4 2025-2 continued added", "2021-5 2025-4 merged confirmed"]));
    expect(now.filter((link) => link.startsWith("2021-6"))).toEqual([]);
    const decided = await read(db, { ...ALL, level: "goal" });
    const scoreOf = ({ links }: ContinuationSpan) => links.find((link) => link.predecessorKey === FIVE && link.successorKey === FOUR)!.score;
    expect(scoreOf(decided)).toBe(scoreOf(before));
    expect(decided.findings).toEqual([
      { rule: "decision-not-in-chain", args: ["2021-policy-promotion-4", "2025-policy-promotion-2", [], 2021] },
      { rule: "rejection-in-chain", args: ["2021-policy-promotion-6", FOUR, ["2024-policy-promotion-5"]] },
    ]);
    expect(decisions!.messages.map(({ rule, span }) => [rule, span!.start.line])).toEqual([
      ["rejection-in-chain", 16],
      ["decision-not-in-chain", 25],
    ]);
    expect(decisions!.messages[0]!.reason).toBe(
      "職員は「2021-policy-promotion-6」から「2025-policy-promotion-4」には続かないと判断しましたが、間の年度をたどると「2024-policy-promotion-5」を経て続きます。",
    );
    // The years themselves are compared as ever.
    const { comparisons, overGaps } = await readContinuations(db, (await findDataset(db))!);
    expect(comparisons.map(({ from, to, links }) => [from, to, links.filter(({ record }) => record).length])).toEqual([
      [2021, 2024, 0],
      [2024, 2025, 0],
    ]);
    expect(overGaps!.map(({ status, record }) => [status, record!.decision])).toEqual([
      ["added", "add"],
      ["confirmed", "confirm"],
      ["rejected", "reject"],
    ]);
    expect((await checkDatabase(db)).flatMap(({ faults }) => faults)).toEqual([]);
    expect((await read(db, { ...ALL, level: "goal" }, CITY, dataset!)).links).toEqual(before.links);

    const { db: late, folder: elsewhere } = await createStore();
    await take(late, [...REAL_DOCUMENTS, BETWEEN], writeDecisions(elsewhere, [makeDecision()]));
    expect(await showGoals(late)).toContain("2021-5 2025-4 merged confirmed");
    expect(await listDecisionFindings(late, (await findDataset(late))!)).toEqual([]);
    await take(late, [], writeDecisions(elsewhere, [makeDecision(), makeDecision({ decision: "undo" })]));
    expect(await showGoals(late)).toContain("2021-5 2024-4 2025-4 merged proposed");
  });

  it("tells an end that was stated years after the first", async () => {
    const { db, folder } = await createStore();
    const end = makeDecision({ decision: "end", level: "initiative", predecessor: "2024-policy-promotion-3-i1", successor: undefined, kind: "routine" });
    await take(db, [...REAL_DOCUMENTS, BETWEEN], writeDecisions(folder, [end]));
    const { ended } = await read(db, { ...ALL, level: "initiative" });
    expect(ended[0]).toMatchObject({ key: "2021-policy-promotion-3-i1", until: 2024, record: { decision: "end", endKind: "routine" } });
  });

  it("spans eight years of twelve departments", async () => {
    const { db } = await createStore();
    const folder = createFolder();
    await writeCountry(folder, { municipalities: 1, departments: 12, years: 8, seed: 3 });
    await ingest(db, await listSourceFiles([path.resolve(folder)]));
    const scope = { ...(await findDataset(db))!, municipalityId: municipalityId(nameMunicipality(0)) };
    for (const level of ["goal", "initiative"] as const) {
      const span = (await readContinuationSpan(db, scope, { from: 2018, to: 2025, level }))!;
      expect([span.years.length, span.links.length > 10, span.ended.length > 10]).toEqual([8, true, true]);
    }
  });
});
