import path from "node:path";
import { DomUtils } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeSiteDatabase } from "@/db/connection/site";
import { writeCountry } from "@/db/generation/generate-command";
import { listSourceFiles } from "@/db/ingest/source-files";
import { readContinuations } from "@/db/queries/continuations";
import { findDataset } from "@/db/queries/datasets";
import { listGoalDetails } from "@/db/queries/goals";
import type { ContinuationHistory, ContinuationLink } from "@/lib/domain/continuation-history";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { GoalDetail } from "@/lib/domain/rows";
import { createFolder, createStore, ingest, removeTemporary } from "../db/temporary-store";
import { openGoal } from "./open-goal";

let goals: GoalDetail[];
let history: ContinuationHistory;

/** A city of three departments and six years (架空). */
beforeAll(async () => {
  const { db, url } = await createStore();
  const folder = createFolder();
  await writeCountry(folder, { municipalities: 1, departments: 3, years: 6, seed: 41 });
  await ingest(db, await listSourceFiles([path.resolve(folder)]));
  const dataset = (await findDataset(db))!;
  goals = await listGoalDetails(db, dataset);
  history = await readContinuations(db, dataset, { reasons: false });
  process.env.DATABASE_URL = url;
});
afterAll(() => {
  closeSiteDatabase();
  delete process.env.DATABASE_URL;
  removeTemporary();
});

const isStanding = ({ kind, status }: ContinuationLink) => kind !== "related" && status !== "rejected";

describe("a goal of a city of many years", () => {
  it("says of each initiative what it came from and what became of it, and what was to be considered the year before", { timeout: 180_000 }, async () => {
    const links = history.comparisons.flatMap((comparison) => comparison.links).filter(isStanding);
    let [told, considered] = [0, 0];
    for (const goal of goals.filter((_, index) => index % 5 === 0)) {
      const page = await openGoal(goal.id);
      expect(page.all.length, goal.id).toBeLessThan(2_500);
      for (const [index] of goal.initiatives.entries()) {
        const key = `${goal.id}-i${index + 1}`;
        const block = page.find("data-block", "true").find(
          (each) =>
            page.find(
              "id",
              `initiatives-${index}-text`,
              DomUtils.findAll(() => true, each.children),
            ).length > 0,
        )!;
        for (const [kind, own, year] of [
          ["origin", "successorKey", "to"],
          ["fate", "predecessorKey", "from"],
        ] as const) {
          const [kin] = page.find(
            "data-kin",
            kind,
            DomUtils.findAll(() => true, block.children),
          );
          const isCompared = history.comparisons.some((comparison) => comparison[year] === goal.fiscalYear);
          expect(kin !== undefined, `${key} ${kind}`).toBe(isCompared);
          if (!kin) continue;
          const wanted = links.filter((link) => link.level === "initiative" && link[own] === key).sort((a, b) => b.score - a.score);
          const hrefs = DomUtils.findAll(({ name, attribs }) => name === "a" && attribs.href!.startsWith("/continuations/"), kin.children).map(
            ({ attribs }) => attribs.href,
          );
          expect(hrefs, `${key} ${kind}`).toEqual(wanted.slice(0, 3).map((link) => `/continuations/${link.predecessorKey}/${link.successorKey}`));
          expect(DomUtils.textContent(kin)).toMatch(wanted.length > 0 ? /の候補（職員未確認）/ : /(?:にない|見当たりません).*自動判定、職員未確認/);
          told += wanted.length;
        }
      }
      const before = links
        .filter((link) => link.level === "goal" && link.successorKey === goal.id)
        .map((link) => goals.find(({ id }) => id === link.predecessorKey)!);
      const shown = page
        .find("aria-labelledby", "considered-before-title")
        .map((each) => DomUtils.textContent(each))
        .join();
      const wanted = before.filter(({ futureConsiderations }) => futureConsiderations !== null);
      expect(shown === "", goal.id).toBe(wanted.length === 0);
      for (const predecessor of wanted) {
        expect(shown).toContain(formatFiscalYear(predecessor.fiscalYear));
        expect(shown).toContain(predecessor.futureConsiderations);
        considered++;
      }
    }
    expect([told > 20, considered > 3]).toEqual([true, true]);
  });

  it("draws each year of its way, and no guess as a fact", async () => {
    const links = history.comparisons.flatMap((comparison) => comparison.links).filter((link) => link.level === "goal" && isStanding(link));
    const last = goals.filter(({ fiscalYear, id }) => fiscalYear === 2025 && links.some((link) => link.successorKey === id));
    expect(last.length).toBeGreaterThan(1);
    for (const goal of last.slice(0, 4)) {
      const way = new Set([goal.id]);
      for (const key of way) for (const link of links) if (link.successorKey === key) way.add(link.predecessorKey);
      const page = await openGoal(goal.id);
      const drawn = DomUtils.findAll(({ name, attribs }) => name === "a" && "data-mark" in attribs, page.find("aria-labelledby", "history-title")).map(
        ({ attribs }) => attribs["data-mark"]!,
      );
      expect(drawn.every((key) => way.has(key))).toBe(true);
      const hidden = Number(/ほか(\d+)件は図に示していません/.exec(page.textOf("aria-labelledby", "history-title"))?.[1] ?? 0);
      expect(drawn.length + hidden + 1).toBe(way.size);
      expect(page.textOf("id", "main")).not.toMatch(/終わった目標|新しい目標|確認済み/);
    }
  });
});
