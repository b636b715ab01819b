import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Database } from "@/db/connection/database";
import { findDataset, listDatasets } from "@/db/queries/datasets";
import { findDocument, readDocumentBytes } from "@/db/queries/document";
import { listDocuments } from "@/db/queries/documents";
import { findGoal } from "@/db/queries/goal";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { readDocument } from "@/lib/document/read";
import type { DatasetRow } from "@/lib/domain/rows";
import { createStore, ingest, makePlan, REAL_DOCUMENTS, removeTemporary, writeFiles, writePlans } from "./temporary-store";

type Filter = Parameters<typeof listGoals>[2];

describe("queries on the real documents", () => {
  let db: Database;
  let dataset: DatasetRow;
  const [plan2021, plan2025] = REAL_DOCUMENTS.map((file) => readDocument(readFileSync(file), { municipality: "柏原市" }));
  beforeAll(async () => {
    ({ db } = await createStore());
    await ingest(db, REAL_DOCUMENTS);
    dataset = (await findDataset(db))!;
  });
  afterAll(removeTemporary);
  const ids = async (filter: Filter) => (await listGoals(db, dataset, filter)).map(({ id }) => id);

  it("find the dataset by its whole id only", async () => {
    expect(await findDataset(db, dataset.id)).toEqual(dataset);
    expect(await findDataset(db, dataset.id.slice(0, 8))).toEqual(dataset);
    for (const none of ["", dataset.id.slice(0, 7), `${dataset.id.slice(0, 12)}zz`, "%", "0".repeat(64), `${dataset.id}0`])
      expect(await findDataset(db, none), none).toBeNull();
    expect(await listDatasets(db)).toEqual([dataset]);
  });

  it("list the plans by year", async () => {
    const plans = await listPlans(db, dataset);
    expect(plans.map(({ id, stage, fileName }) => [id, stage, fileName])).toEqual([
      ["2021-policy-promotion", "plan", "2021-policy-promotion.txt"],
      ["2025-policy-promotion", "evaluated", "2025-policy-promotion.txt"],
    ]);
    expect(plans[1]!.ratingScale).toEqual(plan2025!.plans[0]!.plan.ratingScale);
    expect(plans[1]!.ratingScale[1]).toMatchObject({ rating: "B", label: "概ね達成", min: 70, max: 100 });
  });

  it("list the goals, the newest year first, each as the document has it", async () => {
    const goals = await listGoals(db, dataset);
    expect(goals.map(({ id }) => id)).toEqual([
      ...[1, 2, 3, 4].map((number) => `2025-policy-promotion-${number}`),
      ...[1, 2, 3, 4, 5, 6].map((number) => `2021-policy-promotion-${number}`),
    ]);
    expect(goals.map(({ listedRating, overallRating }) => `${listedRating?.rating}${overallRating?.rating}`).slice(0, 4)).toEqual(["BB", "AA", "BB", "CC"]);
    expect(goals.slice(0, 4).map(({ targets }) => targets.map(({ rating }) => rating?.rating).join(""))).toEqual(["BA", "A", "B", "BB"]);
    expect(goals.slice(4).every(({ overallRating, targets }) => overallRating === null && targets.every(({ rating }) => rating === null))).toBe(true);
    const text = plan2025!.text;
    for (const { span, title } of goals.slice(0, 4)) expect(text.slice(span!.start.offset, span!.end.offset)).toBe(title);
    expect(goals[3]).toMatchObject({ overallRatingText: "C 一部達成", initiativeCount: 2, responsibleUnits: ["危機管理課"], policyGoal: { code: "1" } });
  });

  it.each<[string, Filter, number]>([
    ["a year", { fiscalYears: [2021] }, 6],
    ["two years", { fiscalYears: [2021, 2025] }, 10],
    ["an empty list", { fiscalYears: [], policyAreas: [] }, 10],
    ["no ids", { ids: [] }, 0],
    ["a department", { departments: ["policy-promotion"] }, 10],
    ["another department", { departments: ["finance"] }, 0],
    ["an area", { policyAreas: ["防災"] }, 4],
    ["an area of one year only", { policyAreas: ["市政運営"] }, 1],
    ["a policy goal", { policyGoals: ["安全で安心して健やかに暮らせるまち"] }, 4],
    ["a unit", { responsibleUnits: ["秘書広報課", "人事課"] }, 4],
    ["a rating", { ratings: ["B"] }, 2],
    ["no rating", { ratings: ["none"] }, 6],
    ["a rating or none", { ratings: ["C", "none"] }, 7],
    ["a listed or overall rating", { ratings: ["A"] }, 1],
    ["a target's rating", { targetRatings: ["A"] }, 2],
    ["targets without rating", { targetRatings: ["none"] }, 6],
    ["no area", { policyAreas: ["none"] }, 0],
    ["no unit", { responsibleUnits: ["none"] }, 0],
    ["ids", { ids: ["2025-policy-promotion-4", "2021-policy-promotion-1", "2099-x-1"] }, 2],
    ["several conditions", { fiscalYears: [2025], ratings: ["B"], responsibleUnits: ["人事課"] }, 1],
    ["a quote", { policyAreas: ["' or 1=1 --"] }, 0],
  ])("filter the goals by %s", async (_, filter, expected) => {
    expect(await ids(filter)).toHaveLength(expected);
  });

  it("find a goal whole, with places that hold its texts", async () => {
    const goal = (await findGoal(db, dataset, "2025-policy-promotion-1"))!;
    const { plan } = plan2025!.plans[0]!;
    const { targets, initiatives, overallAssessment, futureConsiderations } = plan.priorityGoals[0]!;
    expect(goal!.targetDetails.map((target) => ({ ...target, rating: target.rating?.rating ?? null }))).toEqual(
      targets.map((target) => ({ ...target, assessments: [] })),
    );
    expect(goal!.initiatives).toEqual(initiatives.map((initiative) => ({ ...initiative, rating: null, ratingText: null, assessments: [] })));
    expect(goal).toMatchObject({ assessments: [], overallAssessment, futureConsiderations, fileName: "2025-policy-promotion.txt" });
    const [span] = goal.places["/initiatives/1/responsibleUnit"]!;
    expect(plan2025!.text.slice(span!.start.offset, span!.end.offset)).toBe("秘書広報課");
    const [row] = await listGoals(db, dataset, { ids: [goal.id] });
    expect(goal).toMatchObject(row!);
    for (const id of ["2025-policy-promotion-5", "2025-policy-promotion", "", "m00000000-2025-policy-promotion-1"])
      expect(await findGoal(db, dataset, id)).toBeNull();
  });

  it("list the documents and give each whole", async () => {
    const documents = await listDocuments(db, dataset);
    expect(documents.map(({ fileName, coverage }) => [fileName, coverage])).toEqual([
      ["2021-policy-promotion.txt", plan2021!.coverage],
      ["2025-policy-promotion.txt", plan2025!.coverage],
    ]);
    const detail = (await findDocument(db, dataset, documents[1]!.id))!;
    expect(detail).toMatchObject({ ...documents[1], text: plan2025!.text, lines: plan2025!.lines });
    expect(detail.readings).toEqual([
      {
        planId: "2025-policy-promotion",
        plan: plan2025!.plans[0]!.plan,
        goals: [1, 2, 3, 4].map((number) => ({ id: `2025-policy-promotion-${number}`, shown: true })),
        places: plan2025!.plans[0]!.places,
      },
    ]);
    expect(detail.messages).toEqual(plan2025!.messages);
    expect(detail.findings.map(({ documentId, goalId, ...message }) => message)).toEqual(plan2025!.findings);
    expect(await findDocument(db, dataset, "f".repeat(64))).toBeNull();
    expect(await readDocumentBytes(db, documents[1]!.id)).toEqual({
      fileName: "2025-policy-promotion.txt",
      bytes: new Uint8Array(readFileSync(REAL_DOCUMENTS[1]!)),
    });
    expect(await readDocumentBytes(db, "x")).toBeNull();
  });

  it("give the findings with their goals", async () => {
    const findings = (await listGoals(db, dataset)).flatMap((goal) => goal.findings);
    expect(findings.map(({ rule, goalId }) => [rule, goalId])).toContainEqual(["overall-rating-outside-targets", "2025-policy-promotion-4"]);
  });
});

describe("queries on other documents", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    removeTemporary();
  });

  it("decode a text as it came", async () => {
    const { db, folder } = await createStore();
    const text = readFileSync(REAL_DOCUMENTS[0]!, "utf8").replaceAll("\n", "\r\n");
    await ingest(db, writeFiles(folder, { "plan.txt": iconv.encode(text, "shift_jis") }));
    const dataset = (await findDataset(db))!;
    const [row] = await listDocuments(db, dataset);
    expect(row).toMatchObject({ encoding: "shift_jis", newline: "crlf" });
    expect((await findDocument(db, dataset, row!.id))!.text).toBe(text);
  });

  it("name another city's plans by a prefix, on each site the other's", async () => {
    const { db, folder } = await createStore();
    await ingest(db, writePlans(folder, [makePlan(), makePlan({ municipality: "岡崎市" })]));
    const dataset = (await findDataset(db))!;
    const home = await listGoals(db, dataset);
    expect(home.map(({ id }) => /^m[0-9a-z]{8}-/.test(id))).toEqual(home.map(({ municipality }) => municipality !== "柏原市"));
    for (const { id, municipality } of home) expect((await findGoal(db, dataset, id))!.municipality).toBe(municipality);
    expect((await listGoals(db, dataset, { ids: ["2024-general-affairs-1"] })).map(({ municipality }) => municipality)).toEqual(["柏原市"]);
    vi.stubEnv("AYUMI_MUNICIPALITY", "岡崎市");
    expect((await findGoal(db, dataset, "2024-general-affairs-1"))!.municipality).toBe("岡崎市");
  });

  it("tell goals apart that have the same number", async () => {
    const { db, folder } = await createStore();
    const [goal] = makePlan().priorityGoals;
    await ingest(db, writePlans(folder, [makePlan({ priorityGoals: [goal!, { ...goal!, title: "もう一つ" }] })]));
    const dataset = (await findDataset(db))!;
    expect((await listGoals(db, dataset)).map(({ id, title }) => [id, title])).toEqual([
      ["2024-general-affairs-1", "文書の整理"],
      ["2024-general-affairs-1b", "もう一つ"],
    ]);
    expect((await findGoal(db, dataset, "2024-general-affairs-1b"))!.title).toBe("もう一つ");
  });
});
