import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { explainLink, linkPlans } from "@/lib/continuation/link";
import { readDocument } from "@/lib/document/read";
import type { Link } from "@/lib/domain/continuation";
import type { DepartmentPlan } from "@/lib/domain/plan";

const before = readPlan("2021-policy-promotion.txt");
const after = readPlan("2025-policy-promotion.txt");
const { links, outcomes } = linkPlans([before], [after]);

test("goals of FY2021 live on in FY2025 as a planner would say", () => {
  expect(list("goal")).toEqual([
    "民間企業や大学とのさらなる連携 → 公民連携の充実による持続可能な行財政運営の推進 continued",
    "多様な広報媒体による市政情報、まちの魅力資源発信の充実強化 → シティプロモーションの強化のため広報かしわらやウェブサイト、SNSなどを活用し、市政情報および本市の魅力を市内外に発信 continued",
    "消防団を中核とした地域防災力の充実強化 → 防災対策の充実強化 merged",
    "指定避難所の機能強化 → 防災対策の充実強化 merged",
  ]);
  expect(listOutcomes("goal")).toEqual(["ended 働き方改革に関する取組の推進", "ended 地域防災計画の改訂", "new 職員の能力向上"]);
});

test("initiatives split, merge and end as a planner would say", () => {
  expect(list("initiative")).toEqual([
    "大学生による事業の企 → 行政が抱える政策課題 split",
    "大学生による事業の企 → 効率的で効果的な行政 split",
    "広報誌、ウェブサイト → 柏原市公式LINEに continued",
    "観光誘客、柏原市の知 → 柏原市の伝統産業であ continued",
    "可搬式消防ポンプ積載 → 消防団の組織力強化に merged",
    "地域自主防災訓練に消 → 消防団の組織力強化に merged",
    "指定避難所に発電機及 → 良好な避難所環境を確 merged",
    "指定避難所に段ボール → 良好な避難所環境を確 merged",
  ]);
  expect(listOutcomes("initiative")).toEqual([
    "ended 時間外勤務の累積時間や有給休暇の取得状況が容易に把握できる出退勤管理システムの構築を行います。",
    "ended 関連する法律や上位計画および最新の各種データを反映させた計画に改訂を行います。",
    "new 階層ごとに必要な知識習得や能力向上のための研修や在職年数に応じた法律知識を習得するための研修などを継続して実施します。",
  ]);
});

test("the city's name is no reason, and another name in its place changes no score", () => {
  expect(links.flatMap(phrasesOf).filter((phrase) => /^柏原市?$/u.test(phrase))).toEqual([]);
  for (const name of ["岡崎市", "津市", "四條畷市", "さいたま市", "中央市"]) {
    const plans = (["2021", "2025"] as const).map((year) => readPlan(`${year}-policy-promotion.txt`, name));
    expect(linkPlans([plans[0]!], [plans[1]!]).links.map(tellShort), name).toEqual(links.map(tellShort));
  }
});

test("a text that leaves the 市 out is no other text", () => {
  const short = readPlan("2025-policy-promotion.txt", "柏原市", "柏原");
  expect(linkPlans([before], [short]).links.map(tellShort)).toEqual(links.map(tellShort));
});

test("the renamed area of 広報 does not break its link and is told", () => {
  const link = findGoal("多様な広報媒体による市政情報、まちの魅力資源発信の充実強化");
  expect(link.changes).toEqual([{ what: "policyArea", from: "行財政運営", to: "市政運営" }]);
  expect(phrasesOf(link)).toEqual(expect.arrayContaining(["市政情報", "ウェブサイト", "魅力"]));
});

test("消防団 and 避難所 are why two goals merged into 防災対策の充実強化", () => {
  expect(phrasesOf(findGoal("消防団を中核とした地域防災力の充実強化"))).toContain("消防団");
  expect(phrasesOf(findGoal("指定避難所の機能強化"))[0]).toBe("避難所");
});

test("the same unit and nothing else is no continuation, and the reasons say so", () => {
  const [one, other] = [before.priorityGoals[2]!, after.priorityGoals[2]!];
  expect([one.initiatives[0]!.responsibleUnit, other.initiatives[0]!.responsibleUnit]).toEqual(["人事課", "人事課"]);
  const pair = { predecessor: refOf(before, 2), successor: refOf(after, 2) };
  const explanation = explainLink([before], [after], pair)!;
  expect(explanation.kind).not.toBe("continued");
  expect(explanation.score).toBeLessThan(0.2);
  expect(explanation.reasons).toContainEqual({ what: "same", attribute: "responsibleUnit", value: "人事課" });
  expect(explanation.reasons.flatMap((reason) => (reason.what === "phrase" ? [reason.phrase] : []))).toEqual(["職員", "向上"]);
});

test("each year against itself is carried on whole", () => {
  for (const plan of [before, after]) {
    const own = linkPlans([plan], [plan]);
    expect(own.outcomes).toEqual([]);
    expect(own.links.every(({ kind, score, predecessor, successor }) => kind === "continued" && score === 1 && predecessor.pointer === successor.pointer)).toBe(
      true,
    );
    expect(own.links).toHaveLength(plan.priorityGoals.reduce((sum, { initiatives }) => sum + 1 + initiatives.length, 0));
  }
});

/** The document as if it were another municipality's; `written` is its name as the text has it. */
function readPlan(name: string, municipality = "柏原市", written = municipality): DepartmentPlan {
  const text = readFileSync(new URL(`../../db/documents/${name}`, import.meta.url), "utf8").replaceAll("柏原市", written);
  return readDocument(Buffer.from(text), { municipality }).plans[0]!.plan;
}

/** A link without the words of its city. */
function tellShort({ level, kind, score, predecessor, successor }: Link): string {
  return `${level} ${predecessor.pointer} → ${successor.pointer} ${kind} ${score}`;
}

function refOf({ municipality, department, fiscalYear }: DepartmentPlan, goal: number) {
  return { municipality, department, fiscalYear, pointer: `/priorityGoals/${goal}` };
}

function textAt(plan: DepartmentPlan, pointer: string): string {
  const [, goal, , initiative] = pointer.slice(1).split("/").map(Number);
  const { title, initiatives } = plan.priorityGoals[goal!]!;
  return initiative === undefined ? title : initiatives[initiative]!.text;
}

/** Links that say that something lives on; initiatives by their first ten letters. */
function list(level: Link["level"]): string[] {
  const length = level === "goal" ? undefined : 10;
  return links
    .filter((link) => link.level === level && link.kind !== "related")
    .map(({ predecessor, successor, kind }) => {
      const texts = [textAt(before, predecessor.pointer), textAt(after, successor.pointer)];
      return `${texts.map((text) => text.slice(0, length)).join(" → ")} ${kind}`;
    });
}

function listOutcomes(level: Link["level"]): string[] {
  return outcomes
    .filter((outcome) => outcome.level === level)
    .map(({ item, outcome }) => `${outcome} ${textAt(outcome === "ended" ? before : after, item.pointer)}`);
}

function findGoal(title: string): Link {
  return links.find(({ level, kind, predecessor }) => level === "goal" && kind !== "related" && textAt(before, predecessor.pointer) === title)!;
}

function phrasesOf(link: Link): string[] {
  return link.reasons.flatMap((reason) => (reason.what === "phrase" ? [reason.phrase] : []));
}
