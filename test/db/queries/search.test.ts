import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/db/connection/database";
import { findDataset } from "@/db/queries/datasets";
import { readSearchHits, searchEntries } from "@/db/queries/search";
import { municipalityId } from "@/lib/domain/identifier";
import type { DepartmentPlan } from "@/lib/domain/plan";
import type { DatasetRow } from "@/lib/domain/rows";
import { foldForSearch } from "@/lib/search/form";
import { parseSearchQuery } from "@/lib/search/query";
import type { SearchScope } from "@/lib/search/token-filter";
import { matchesQuery } from "../../search/matches-query";
import { runs } from "../../whole";
import { anyPlan } from "../plan-arbitrary";
import { createStore, ingest, makePlan, REAL_DOCUMENTS, removeTemporary, writePlans } from "../temporary-store";

async function find(db: Database, dataset: DatasetRow, typed: string, scope?: SearchScope): Promise<string[]> {
  const { entries, complete } = await searchEntries(db, dataset, parseSearchQuery(typed), scope);
  expect(complete).toBe(true);
  return entries.map(({ goalId, planId }) => goalId ?? planId).sort();
}

describe("search in the real documents", () => {
  let db: Database;
  let dataset: DatasetRow;
  beforeAll(async () => {
    ({ db } = await createStore());
    await ingest(db, REAL_DOCUMENTS);
    dataset = (await findDataset(db))!;
  });
  afterAll(removeTemporary);

  it.each([
    [
      "two characters",
      "防災",
      [
        "2021-policy-promotion",
        "2021-policy-promotion-4",
        "2021-policy-promotion-5",
        "2021-policy-promotion-6",
        "2025-policy-promotion",
        "2025-policy-promotion-4",
      ],
    ],
    ["within a compound", "避難所", ["2021-policy-promotion", "2021-policy-promotion-6", "2025-policy-promotion-4"]],
    ["two words in different fields", "避難所 危機管理課", ["2021-policy-promotion-6", "2025-policy-promotion-4"]],
    ["a word left out", "避難所 -令和7年度", ["2021-policy-promotion", "2021-policy-promotion-6"]],
    ["half-width kana", "ｼﾃｨﾌﾟﾛﾓｰｼｮﾝ", []],
    ["a quote", '"', []],
    ["what nobody wrote", "火星移住", []],
  ])("finds %s", async (_, typed, expected) => {
    const found = await find(db, dataset, typed);
    if (typed.startsWith("ｼﾃｨ")) expect(found).toEqual(await find(db, dataset, "してぃプロモーション"));
    else expect(found).toEqual(expected);
    if (typed.startsWith("ｼﾃｨ")) expect(found.length).toBeGreaterThan(0);
  });

  it("finds a word and a number however they are written", async () => {
    for (const [one, other] of [
      ["取組", "取り組み"],
      ["1,000", "1000"],
      ["⺠間", "民間"],
    ] as const) {
      const found = await find(db, dataset, one);
      expect(found.length).toBeGreaterThan(0);
      expect(await find(db, dataset, other)).toEqual(found);
      expect(await find(db, dataset, `防災 -${one}`)).toEqual(await find(db, dataset, `防災 -${other}`));
    }
  });

  it("gives an entry whole, each text with its place in the document", async () => {
    const { entries } = await searchEntries(db, dataset, parseSearchQuery("避難所 令和7年度"));
    const [hit] = await readSearchHits(
      db,
      entries.map(({ key }) => key),
    );
    expect(hit).toMatchObject({
      goalId: "2025-policy-promotion-4",
      fiscalYear: 2025,
      rating: { rating: "C", label: "一部達成" },
      policyArea: "防災",
      responsibleUnits: ["危機管理課"],
    });
    expect(hit!.texts.map(({ pointer }) => pointer)).toContain("/initiatives/1/reportedResult");
    for (const { pointer } of hit!.texts) expect(hit!.places[pointer]?.length, pointer).toBeGreaterThan(0);
    expect(await readSearchHits(db, [])).toEqual([]);
  });

  it("gives a plan's basic policy, with its lines", async () => {
    const { entries } = await searchEntries(db, dataset, parseSearchQuery("防災"));
    const hits = await readSearchHits(
      db,
      entries.filter(({ goalId }) => goalId === null).map(({ key }) => key),
    );
    expect(hits.map(({ planId }) => planId).sort()).toEqual(["2021-policy-promotion", "2025-policy-promotion"]);
    for (const hit of hits) expect(hit.places["/basicPolicy/0"]!.length).toBeGreaterThan(0);
  });

  it.each(['"', "AND", "%", "_", "-", "*", "'", "\\", "NEAR(a b)", "a:b", "{}^", "\0", "\ud800", "\u{e0100}", "-防", "(", "tokens:防", '"防" OR "水"'])(
    "does not fail on %j",
    async (typed) => {
      const found = await find(db, dataset, typed);
      expect(found.length).toBeLessThanOrEqual(12);
    },
  );
});

describe("search in any documents", () => {
  afterEach(removeTemporary);

  /** What the query looks for, told by comparing all texts of all current plans. */
  function scan(plans: readonly DepartmentPlan[], typed: string): number {
    const query = parseSearchQuery(typed);
    if (query.all.length + query.none.length === 0) return 0;
    const entries = plans.flatMap((plan) => [
      ...(plan.basicPolicy.length > 0 ? [plan.basicPolicy] : []),
      ...plan.priorityGoals.map((goal) => [
        ...[goal.title, goal.policyArea, goal.policyGoal?.name, goal.overallAssessment, goal.futureConsiderations],
        ...goal.targets.flatMap(({ text, achievement }) => [text, achievement]),
        ...goal.initiatives.flatMap(({ text, reportedResult, responsibleUnit }) => [text, reportedResult, responsibleUnit]),
      ]),
    ]);
    return entries.filter((texts) =>
      matchesQuery(
        query,
        texts.map((text) => foldForSearch(text ?? "")),
      ),
    ).length;
  }

  /** Each plan another year's, so that none replaces another. */
  const corpus = fc
    .array(anyPlan, { minLength: 1, maxLength: 4 })
    .map((plans) => plans.map((plan, index) => ({ ...plan, municipality: "柏原市", department: "総務部", fiscalYear: 2000 + index })));

  it("finds just what a scan over all texts finds", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        corpus,
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 5 }), fc.boolean()), { minLength: 4, maxLength: 8 }),
        async (plans, cuts) => {
          const { db, folder } = await createStore();
          const { refused } = await ingest(db, writePlans(folder, plans));
          expect(refused).toBe(0);
          const dataset = (await findDataset(db))!;
          const texts = plans.flatMap(({ basicPolicy, priorityGoals }) => [
            ...basicPolicy,
            ...priorityGoals.flatMap((goal) => [goal.title, ...goal.targets.map(({ text }) => text)]),
          ]);
          const words = cuts.map(([which, at, length, minus]) => {
            const text = texts[which % Math.max(texts.length, 1)] ?? "本文";
            return `${minus ? "-" : ""}${text.slice(at % (text.length + 1)).slice(0, length)}`;
          });
          for (const typed of [...words, words.slice(0, 2).join(" "), `"${words[0]}"`, "本文", "一", "㎡", "m2", "👩", "葛城"]) {
            const found = await find(db, dataset, typed);
            expect(found, JSON.stringify(typed)).toHaveLength(scan(plans, typed));
          }
          removeTemporary();
        },
      ),
      { numRuns: runs(25) },
    );
  });

  it("finds what was current in each dataset", async () => {
    const { db, folder } = await createStore();
    const titled = (title: string, stage: "plan" | "evaluated") => {
      const [goal] = makePlan().priorityGoals;
      return makePlan({ stage, priorityGoals: [{ ...goal!, title }] });
    };
    await ingest(db, writePlans(folder, [titled("古い題名", "plan")]));
    const before = (await findDataset(db))!;
    await ingest(db, writePlans(`${folder}/later`, [titled("新しい題名", "evaluated")]));
    const after = (await findDataset(db))!;
    expect([await find(db, before, "古い"), await find(db, before, "新しい")]).toEqual([["2024-general-affairs-1"], []]);
    expect([await find(db, after, "古い"), await find(db, after, "新しい")]).toEqual([[], ["2024-general-affairs-1"]]);
  });

  it("narrows to years, departments and municipalities", async () => {
    const { db, folder } = await createStore();
    await ingest(
      db,
      writePlans(folder, [makePlan(), makePlan({ fiscalYear: 2025 }), makePlan({ municipality: "岡崎市" }), makePlan({ department: "会計室" })]),
    );
    const dataset = (await findDataset(db))!;
    const count = async (scope: SearchScope) => (await find(db, dataset, "文書", scope)).length;
    expect(await count({})).toBe(4);
    expect(await count({ fiscalYears: [2025] })).toBe(1);
    expect(await count({ fiscalYears: [2024, 2025] })).toBe(4);
    expect(await count({ departments: ["general-affairs"] })).toBe(3);
    expect(await count({ municipalities: [municipalityId("岡崎市")] })).toBe(1);
    expect(await count({ municipalities: [municipalityId("岡崎市")], fiscalYears: [2025] })).toBe(0);
    expect(await find(db, { ...dataset, municipalityId: municipalityId("岡崎市") }, "文書")).toHaveLength(1);
    expect(await find(db, { ...dataset, municipalityId: municipalityId("柏原市") }, "文書")).toHaveLength(3);
    expect(await count({ departments: ['"x" OR "y', "\0", "a b"] })).toBe(0);
  });

  it("says when it ended before the last entry", { timeout: 120_000 }, async () => {
    const { db, folder } = await createStore();
    const [goal] = makePlan().priorityGoals;
    const goals = (length: number) => ({ priorityGoals: Array.from({ length }, (_, index) => ({ ...goal!, number: index + 1 })) });
    const { refused } = await ingest(db, writePlans(folder, [makePlan(goals(251)), makePlan({ ...goals(250), department: "会計室", basicPolicy: [] })]));
    expect(refused).toBe(0);
    const dataset = (await findDataset(db))!;
    for (const typed of ["文書", "文書の整理"]) {
      const answer = await searchEntries(db, dataset, parseSearchQuery(typed));
      expect([answer.entries.length, answer.complete], typed).toEqual([500, false]);
    }
    const pair = await searchEntries(db, dataset, parseSearchQuery("方針"));
    expect([pair.entries.length, pair.complete]).toEqual([1, true]);
  });
});
