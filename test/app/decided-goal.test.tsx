import { afterAll, beforeAll, describe, expect, it } from "vitest";
import CarriedOnPage from "@/app/carried-on/page";
import ContinuationsPage from "@/app/continuations/page";
import { closeSiteDatabase } from "@/db/connection/site";
import { createStore, ingest, makeDecision, REAL_DOCUMENTS, removeTemporary, writeDecisions } from "../db/temporary-store";
import { openGoal } from "./open-goal";
import { renderPage } from "./render-page";

const BETWEEN = "test/db/continuations/fixtures/2024-policy-promotion-fictitious.json";

/** Opens the site of these documents and decisions. */
async function openSite(files: readonly string[], decisions: readonly object[]): Promise<void> {
  closeSiteDatabase();
  const { db, url, folder } = await createStore();
  await ingest(db, files, { decisionsFile: writeDecisions(folder, decisions) });
  process.env.DATABASE_URL = url;
}

afterAll(() => {
  closeSiteDatabase();
  delete process.env.DATABASE_URL;
  removeTemporary();
});

describe("what planners decided", () => {
  beforeAll(() =>
    openSite(REAL_DOCUMENTS, [
      makeDecision(),
      makeDecision({ level: "initiative", predecessor: "2021-policy-promotion-6-i1", successor: "2025-policy-promotion-4-i1" }),
      makeDecision({ decision: "end", kind: "achieved", predecessor: "2021-policy-promotion-4", successor: undefined, reason: "改訂を終えたため" }),
    ]),
  );

  it("stands as confirmed beside what is only a candidate", async () => {
    const page = await openGoal("2025-policy-promotion-4");
    expect(page.textOf("id", "ratings")).toContain("令和3年度（統合1件、確認済み／統合の候補1件、職員未確認）");
    expect(page.textOf("aria-labelledby", "lineage-title")).toMatch(/消防団を中核.*統合（確認済み）.*指定避難所の機能強化.*統合の候補（職員未確認）/s);
    const [first] = page.find("data-kin", "origin");
    expect(page.textOf("data-kin", "origin")).toContain("統合（確認済み）");
    expect(first).toBeDefined();
    const history = page.textOf("aria-labelledby", "history-title");
    expect([history.includes("実線は職員が確認したつながりです。"), history.includes("破線は自動判定による候補")]).toEqual([true, true]);
    expect([page.find("class", "status-confirmed").length, page.find("class", "status-proposed").length]).toEqual([1, 1]);
  });

  it("says how a goal ended where somebody said so, and only then", async () => {
    const ended = (await openGoal("2021-policy-promotion-4")).textOf("aria-labelledby", "lineage-title");
    expect(ended).toContain("達成して終了（確認済み）");
    expect(ended).not.toContain("見当たりません");
    expect((await openGoal("2021-policy-promotion-3")).textOf("aria-labelledby", "lineage-title")).toContain(
      "後継の目標が見当たりません（自動判定、職員未確認）",
    );
  });

  it("says so in the ribbon, its table and the rows of what was carried on too, and grades no link that somebody looked at", async () => {
    const ribbon = await renderPage(ContinuationsPage, {});
    expect(ribbon).toMatch(/重点目標4 [^<]*（[^<]*達成して終了（確認済み））/);
    expect(ribbon).toMatch(/重点目標3 [^<]*後継が見当たらない/);
    expect([...ribbon.matchAll(/<td class="min-w-\[7em\]">(達成して終了（確認済み）|後継が見当たらない)<\/td>/g)].map(([, text]) => text)).toEqual([
      "後継が見当たらない",
      "達成して終了（確認済み）",
    ]);
    expect(ribbon).toMatch(/（確認済み、見込み：0\.\d\d）/);
    const rows = await renderPage(CarriedOnPage, { level: "goal", fate: "ended" });
    expect([rows.includes("達成して終了（確認済み）"), rows.includes("後継が見当たらないもの")]).toEqual([true, true]);
  });
});

describe("what planners decided over a gap", () => {
  beforeAll(() =>
    openSite(
      [...REAL_DOCUMENTS, BETWEEN],
      [
        makeDecision({ decision: "add", predecessor: "2021-policy-promotion-3", successor: "2025-policy-promotion-3" }),
        makeDecision({ decision: "add", level: "initiative", predecessor: "2021-policy-promotion-3-i1", successor: "2025-policy-promotion-3-i1" }),
      ],
    ),
  );

  it("is told with its year, at the goal and at the initiative, and drawn", async () => {
    const page = await openGoal("2025-policy-promotion-3");
    expect(page.textOf("aria-labelledby", "lineage-title")).toMatch(/令和3年度から.*働き方改革に関する取組の推進.*継続（確認済み、職員が追加）/s);
    expect(page.textOf("data-kin", "origin")).toMatch(/令和3年度から.*継続（確認済み、職員が追加）/s);
    const drawn = page.find("data-mark", "2021-policy-promotion-3");
    expect(drawn).toHaveLength(1);
    expect((await openGoal("2021-policy-promotion-3")).textOf("data-kin", "fate")).toMatch(/令和7年度へ.*継続（確認済み、職員が追加）/s);
  });
});
