import { sql } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { PlainTable } from "@/components/charts/plain-table";
import { SideBySide } from "@/components/comparison/side-by-side";
import { DocumentHead } from "@/components/document-head";
import { FindingList } from "@/components/finding-list";
import { InitiativePairs, TargetPairs } from "@/components/goal-pairs";
import { CheckSet } from "@/components/ui/check";
import { findDataset } from "@/db/queries/datasets";
import { findDocument } from "@/db/queries/document";
import { findGoal } from "@/db/queries/goal";
import { LIMITS } from "@/lib/domain/limits";
import { createStore, ingest, makePlan, removeTemporary, writePlans } from "../db/temporary-store";
import { renderTree as render } from "./render-page";

/** What an earlier release stored may hold more than the limits: pages are bounded by themselves, and say how many more there are. */
describe("what was stored before there were limits", async () => {
  const { db, folder } = await createStore();
  await ingest(db, writePlans(folder, [makePlan()]));
  const dataset = (await findDataset(db))!;
  const goal = (await findGoal(db, dataset, "2024-general-affairs-1"))!;
  const props = { dataset: null };
  const plain = (html: string) => html.replace(/<!-- -->/g, "");
  const list = <Item,>(count: number, item: (index: number) => Item) => Array.from({ length: count }, (_, index) => item(index));
  afterAll(removeTemporary);

  it("has its first messages on the source page, and the number of the others", async () => {
    await db.run(sql`
      insert into messages (reading_id, position, kind, severity, rule, reason)
      with recursive n(i) as (select 0 union all select i + 1 from n where i < 19999)
      select r.id, 1000 + n.i, 'reading', 'warning', 'line-not-understood', '知らせ' || n.i || '。' from n, readings r`);
    const document = (await findDocument(db, dataset, goal.documentId))!;
    expect(document.messages.length + document.findings.length).toBe(LIMITS.messages);
    expect(document.messageCount).toBe(20_000);
    const html = plain(await render(<DocumentHead document={document} {...props} />));
    expect(html.match(/知らせ\d+。/g)).toHaveLength(500);
    expect(html).toContain("ほか19,500件");
  });

  it("has the first targets, initiatives and findings on a goal's page", async () => {
    const many = {
      ...goal,
      targets: list(3_000, () => goal.targets[0]!),
      targetDetails: list(3_000, () => goal.targetDetails[0]!),
      initiatives: list(3_000, () => goal.initiatives[0]!),
    };
    const history = { items: [], comparisons: [] };
    for (const pairs of [
      [<TargetPairs key="first" goal={many} {...props} />, <TargetPairs key="rest" goal={many} rest {...props} />],
      [<InitiativePairs key="all" goal={many} history={history} {...props} />],
    ]) {
      const html = plain(await render(<>{pairs}</>));
      expect(html.match(/data-block/g)).toHaveLength(LIMITS.targets);
      expect(html).toContain(`ほか${3_000 - LIMITS.targets}件`);
    }
    const finding = {
      severity: "warning" as const,
      rule: "rating-differs" as const,
      reason: "食い違い。",
      span: null,
      plan: 0,
      pointer: null,
      documentId: goal.documentId,
      goalId: goal.id,
    };
    expect(plain(await render(<FindingList findings={list(5_000, () => finding as never)} documentId={goal.documentId} {...props} />))).toContain("ほか4800件");
  });

  it("is compared as far as a moment takes", async () => {
    const long = (word: string) => ({
      ...goal,
      targetDetails: list(20_000, (index) => ({ ...goal.targetDetails[0]!, text: `${word}${index * 7919}を進める。` })),
      overallAssessment: list(2_000, (index) => `${word}${index * 7919}を進める。`).join(""),
    });
    const start = process.cpuUsage();
    const html = plain(await render(<SideBySide predecessors={[long("道路")]} successor={long("河川")} groups={[]} {...props} />));
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5);
    expect(html).toMatch(/…（ほか\d+字）/);
  });

  it("has the first choices of a filter, and all chosen ones", async () => {
    const html = plain(
      await render(<CheckSet legend="分野" name="area" options={list(60_000, (index) => [`a${index}`, `分野${index}`])} chosen={["a59999"]} />),
    );
    expect(html.match(/type="checkbox"/g)).toHaveLength(301);
    expect(html).toContain("分野59999");
    expect(html).toContain("ほか59699件");
  });

  it("has the first rows in a chart's table", async () => {
    const column = { name: "title", label: "題名", type: "string" as const, description: "" };
    const table = { columns: [column], rows: list(9_000, (index) => [`題${index}`]) };
    const html = plain(await render(<PlainTable facts={{ title: "表", table, language: "ja" }} />));
    expect(html.match(/<td>/g)).toHaveLength(1_500);
    expect(html).toContain("ほか7500件");
  });
});
