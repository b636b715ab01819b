import { writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { checkDatabase } from "@/db/check/check-database";
import { findDataset } from "@/db/queries/datasets";
import { findGoal } from "@/db/queries/goal";
import { readPlans } from "@/db/queries/reading-plans";
import { readDocument } from "@/lib/document/read";
import { createFolder, createStore, ingest, removeTemporary } from "./temporary-store";

afterEach(removeTemporary);

/** 架空 */
const TEXT = `令和7年度　政策推進部の運営方針
基本方針
安全なまちにします。
重点目標1	消防団の充実
今年度の達成目標	達成状況	達成度（中間）	達成度（最終）
安全にする。	した。	C 一部達成	B 概ね達成
具体的取組	取組実績	中間評価	最終評価
訓練をする。	3回した。	C	A
団員を募る。	2人入った。	花丸	D
全体の達成度（部会）	B
全体の達成度（委員会）	A
`;

it("ratings beside a plan's three levels are stored as they are read, and a goal is shown with them", async () => {
  const { db } = await createStore();
  const file = path.join(createFolder(), "plan.txt");
  writeFileSync(file, TEXT);
  await ingest(db, [file]);
  const { plan } = readDocument(new TextEncoder().encode(TEXT), { municipality: "柏原市" }).plans[0]!;
  expect((await readPlans(db, 1)).map((stored) => stored.plan)).toEqual([plan]);
  expect((await checkDatabase(db)).flatMap(({ faults }) => faults)).toEqual([]);
  const goal = (await findGoal(db, (await findDataset(db))!, "2025-policy-promotion-1"))!;
  const names = (assessments: typeof goal.assessments) => assessments.map(({ occasion, rating, text }) => [occasion, rating?.label ?? null, text]);
  expect(names(goal.assessments)).toEqual([
    ["部会", "概ね達成", "B"],
    ["委員会", "達成", "A"],
  ]);
  expect(names(goal.targetDetails[0]!.assessments)).toEqual([
    ["中間", "一部達成", "C 一部達成"],
    ["最終", "概ね達成", "B 概ね達成"],
  ]);
  expect(goal.initiatives.map(({ rating, ratingText, assessments }) => [rating?.rating ?? null, ratingText, names(assessments).length])).toEqual([
    ["A", "A", 2],
    ["D", "D", 2],
  ]);
  await expect(db.run(sql`update assessments set rating = 'A'`)).rejects.toThrow();
});
