import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { Direction } from "@/lib/domain/rating/direction";
import { focusJa } from "./focus-ja";
import { ja } from "./ja";

type Counted = "goals" | "targets";

/** Texts of the rating distribution, the years beside each other and the summary, in Japanese. */
export const distributionJa = {
  /** 「分野別・年度別の重点目標の達成度（件数）」 */
  title: ({
    by,
    unit,
    measure,
    focus,
  }: {
    by: "area" | "policy-goal" | "department" | "year";
    unit: Counted;
    measure: "count" | "share";
    focus: string | null;
  }) =>
    `${by === "year" ? "年度別" : `${ja.grouping[by]}別・年度別`}の${ja.unit[unit]}の達成度（${ja.measure[measure]}${focus ? `、${focusJa.aside(focus)}` : ""}）`,
  nothing: (unit: Counted) => `条件に合う${ja.unit[unit]}はありません。`,
  nothingIn: (year: number, unit: Counted) => `${formatFiscalYear(year)}に、条件に合う${ja.unit[unit]}はありません。`,
  allNotRated: (count: string) => `${count}は、すべて評価未掲載です。`,
  ofThem: (count: string, segments: string) => `${count}のうち、${segments}。`,
  /** 「4件の重点目標のうち」, as a heading over their numbers. */
  ofWhich: (count: string) => `${count}のうち`,
  segment: (label: string, count: number) => `${label} ${count}`,
  shortSegment: (name: string, count: number) => `${name}${count}件`,
  groupSegments: (group: string, segments: string) => `${group} ${segments}`,
  yearSegments: (year: number, segments: string) => `${formatFiscalYear(year)}は${segments}`,
  moreGroups: (count: number) => `ほか${count}区分`,
  breakdown: (year: number, groups: readonly string[]) => `${formatFiscalYear(year)}の内訳は、${groups.join("、")}。`,
  otherScales: (years: string) => `資料により基準が異なるため、${years}の比較は行っていません。`,
  yearUnits: (year: number, count: string) => `${formatFiscalYear(year)}の${count}`,
  cannotCompare: (what: string) => `${what}は評価未掲載のため、達成度は比較できません。`,
  direction: {
    up: "どの区切りでみても、達成度は上がっています。",
    down: "どの区切りでみても、達成度は下がっています。",
    same: "達成度はほぼ同じです。",
    unclear: "全体として上がったか下がったかは、どちらとも言えません。",
  } as Record<Direction, string>,
  leftOut: {
    notRated: (count: number) => `評価未掲載の${count}部`,
    notBefore: (count: number, from: number) => `${formatFiscalYear(from)}に評価のない${count}部`,
    reorganised: (count: number) => `再編の前後で評価がそろわない${count}部`,
    otherScale: (count: number) => `達成度の基準が異なる${count}部`,
  },
  /** What is compared: one department by its name, several by how many; `leftOut` is empty where nothing is. */
  basis: (departments: readonly string[], leftOut: string) => {
    const same = departments.length === 1 ? `${departments[0]}で` : `同じ${departments.length}部で`;
    return leftOut ? `${same}みると（${leftOut}を除く）、` : departments.length > 1 ? `${same}みると、` : "";
  },
  compared: (basis: string, from: number, before: string, to: number, after: string) =>
    `${basis}${formatFiscalYear(from)}は${before}、${formatFiscalYear(to)}は${after}です。`,
  joined: (before: readonly string[], after: readonly string[]) => `再編前の${before.join("・")}は、再編後の${after.join("・")}と合わせて比べています。`,
  /** 「29件（A4・B14・C6・E3）」 */
  counts: (count: number, ratings: readonly [name: string, count: number][]) => `${count}件（${ratings.map(([name, own]) => name + own).join("・")}）`,
  basisOf: (measure: "count" | "share", unit: Counted) =>
    `${ja.measure[measure]}は${ja.unit[unit]}を数えたものです${measure === "share" ? "（割合の母数は、その行の評価のある件数）" : ""}。`,
  countedUnits: (unit: Counted) => `${ja.unit[unit]}を数えたものです。`,
  inTotal: (counts: string) => `対象件数：${counts}。`,
  yearCount: (year: number, count: number) => `${formatFiscalYear(year)} ${count}件`,
  cut: (most: number, more: number) => `図と表は件数の多い${most}項目までです（ほか${more}項目。CSVで見られます）。`,
  users: (name: string, users: string) => `${name}（${users}）`,
  noUsers: "区分の記載なし",
  noUnit: (unit: Counted) => `${ja.unit[unit]}なし`,
  goalName: (number: number, title: string) => `重点目標${number} ${title}`,
  unitName: (name: string, label: string, year: number) => `${name}：${label}（${formatFiscalYear(year)}）`,
  segmentName: (year: number, label: string, count: number) => `${formatFiscalYear(year)} ${label} ${count}件`,
  rowName: (year: number, total: number, segments: string) => `${formatFiscalYear(year)} ${total}件：${segments}`,
  initiativesHead: "続く取組",
  narrowed: {
    name: (ratings: readonly string[], notRated: boolean) => `達成度が${[...ratings, ...(notRated ? [ja.notRated] : [])].join("・")}の${ja.unit.goals}`,
    basis: (name: string, unit: Counted, takesNotRated: boolean) => {
      const rest = takesNotRated ? "ほかの達成度のもの" : `ほかの達成度のものと${ja.notRated}のもの`;
      const missing = unit === "goals" ? "割合と年度の比較" : "年度の比較";
      return `${name}${unit === "targets" ? `の${ja.unit.targets}` : ""}だけを数え、${rest}は含みません。そのため${missing}は示しません。`;
    },
  },
  carried: {
    from: (from: number, unit: Counted): string => `${formatFiscalYear(from)}から続く${unit === "goals" ? "目標" : `${ja.unit.goals}の${ja.unit.targets}`}`,
    /** 「令和3年度から続く目標（候補）」 */
    name: (from: number, unit: Counted, status: string): string => `${distributionJa.carried.from(from, unit)}（${status}）`,
    described: (from: number, status: string) => `${formatFiscalYear(from)}から続く（${status}）`,
    aside: (described: string) => `、${described}`,
    ofThem: (described: string, count: number) => `、うち${described}${count}件`,
    /** Of the first year, those that reach the leading one; of later years, those that go back to it, as `ofYear` tells. */
    goingOn: (total: number, count: number, { from, to }: { from: number; to: number }) =>
      `${formatFiscalYear(from)}は${total}件のうち${formatFiscalYear(to)}まで続くもの${count}件`,
    inTable: (count: number) => `（続く${count}件）`,
    caption: (title: string, name: string) => `${title}。続く：${name}`,
    candidate: "候補",
    confirmed: "職員確認済み",
    mixed: "候補。一部は職員確認済み",
    partly: (confirmed: number) => `候補。うち${confirmed}件は職員確認済み`,
    initiatives: (from: number, to: number, before: number, continuing: number) =>
      `${formatFiscalYear(from)}の${ja.field.initiative}${before}件のうち${continuing}件が${formatFiscalYear(to)}に続く（候補を含む）`,
    initiativesBasis: (from: number, to: number) =>
      `続く取組は、${formatFiscalYear(from)}の${ja.field.initiative}のうち${formatFiscalYear(to)}に続くものの件数です（候補を含む）。`,
    impossible: (from: number) => `${formatFiscalYear(from)}から続く目標は、示せません（その年度の${ja.unit.goals}がないか、後に評価された年度がありません）。`,
    dim: ja.controls.dim as string,
    undim: ja.controls.undim as string,
  },
  summary: {
    title: (year: string, who: string) => `${year} ${who}の達成度`,
    noYear: "達成度のまとめ",
    partly: (all: number, rated: number) => `全${all}部のうち${rated}部`,
    plan: (year: number, count: string) => `${formatFiscalYear(year)}（計画）は${count}`,
    inAll: (count: number) => `対象件数：${count}件。`,
    figure: (label: string, count: string) => `${label} ${count}件`,
  },
};
