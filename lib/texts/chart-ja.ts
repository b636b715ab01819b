import { formatFiscalYear, formatFiscalYearBrief, formatFiscalYearInFull, formatFiscalYearShort, formatFiscalYears } from "@/lib/domain/fiscal-year";
import { nameRating, quoteRating } from "@/lib/domain/rating/name";
import { attentionJa } from "./attention-ja";
import { changeJa } from "./change-ja";
import { comparisonJa } from "./comparison-ja";
import { continuationJa } from "./continuation-ja";
import { describeScore } from "./continuation-reason";
import { nameDepartment } from "./department-name";
import { distributionJa } from "./distribution-ja";
import { embedJa } from "./embed-ja";
import { focusJa } from "./focus-ja";
import { goalChartJa } from "./goal-chart-ja";
import { ja } from "./ja";
import { municipalitiesChartJa } from "./municipalities-chart-ja";
import { ribbonJa } from "./ribbon-ja";

type Counted = "goals" | "targets";

/** Texts of charts and embeds, in Japanese: what all charts say; each chart's own stand in a file of their own. */
export const chartJa = {
  locale: "ja_JP",
  /** 令和7年度, 令和7, 令7, 令和7年度（2025年度）, 令和4〜6年度 */
  year: formatFiscalYear,
  yearShort: formatFiscalYearShort,
  yearBrief: formatFiscalYearBrief,
  yearInFull: formatFiscalYearInFull,
  years: formatFiscalYears,
  list: (items: readonly string[]) => items.join("、"),
  dots: (items: readonly string[]) => items.join("・"),
  /** Sentences one after the other; an empty one is none. */
  join: (...sentences: readonly string[]) => sentences.join(""),
  sentence: (text: string) => `${text}。`,
  /** Phrases that are told one after the other, the last without its stop. */
  phrases: (texts: readonly string[]) => texts.join("。"),
  quote: (text: string) => `「${text}」`,
  within: (name: string, note: string) => `${name}（${note}）`,
  told: (name: string, text: string) => `${name}：${text}`,
  unit: { goals: ja.unit.goals, targets: ja.unit.targets } as Record<Counted, string>,
  measure: ja.measure as Record<"count" | "share", string>,
  grouping: ja.grouping as Record<"area" | "policy-goal" | "department" | "year", string>,
  area: ja.field.policyArea as string,
  fiscalYear: ja.controls.year as string,
  notRated: ja.notRated as string,
  none: ja.none as string,
  all: ja.all as string,
  total: "計",
  count: (count: number) => `${count}件`,
  countUnits: (count: number, unit: Counted) => `${count}件の${ja.unit[unit]}`,
  departments: (count: number) => `${count}部`,
  more: (count: number) => `ほか${count}件`,
  moreInCsv: (count: number) => `ほか${count}件はCSVにあります。`,
  rating: nameRating,
  /** A rating's meaning as its document prints it. */
  meaning: (label: string) => label,
  quoteRating,
  department: nameDepartment,
  score: describeScore,
  noGoals: "条件に合う重点目標はありません。",
  rounded: "割合は四捨五入のため、合計が100%にならないところがあります。",
  missingYears: (years: readonly number[]) => `${formatFiscalYears(years)}の資料はありません（図の点線）。`,
  /** A chart with what its address asks for. */
  scoped: (title: string, scope: readonly string[]) => `${title}：${scope.join("・")}`,
  noArea: `${ja.field.policyArea}の${ja.none}`,
  noResponsibleUnit: `${ja.field.responsibleUnit}の${ja.none}`,
  noPolicyGoal: `${ja.field.policyGoal}の${ja.none}`,
  legend: continuationJa.legend as string,
  tableOf: (title: string) => `${title}（表）`,
  fictitious: ja.site.fictitious.join(""),
  /** Where some of what is shown is. */
  partlyFictitious: "名前に（架空）と付く市町村は、架空のデータです。実在の自治体のものではありません。",
  /** 「柏原市「政策推進部 運営方針」（令和7年度）」 */
  cited: (cities: readonly string[], document: string, years: string) => `${cities.join("・")}「${document}」（${years}）`,
  citedTogether: (cited: readonly string[]) => cited.join("、"),
  moreMunicipalities: (count: number) => `ほか${count}市町村`,
  municipalityCount: (count: number) => `${count}市町村`,
  source: (cited: string, version: string) => `出典：${cited}。データ版 ${version}。`,
  document: (department: string | null) => (department === null ? "運営方針" : `${department} 運営方針`),
  documentYears: (years: readonly number[], format = formatFiscalYear) =>
    years.length === 0
      ? "該当する資料なし"
      : years.length <= 4
        ? years.map(format).join("・")
        : `${format(years[0]!)}から${format(years.at(-1)!)}までの${years.length}年度`,
  /** What the files of a chart are, and how it is quoted. */
  files: {
    svg: "図（拡大しても粗くなりません）",
    png: "図（画像）",
    csv: "図の数字（UTF-8、1行目は列名）",
    json: "図の数字（JSON）",
    "metadata.json": "列の説明、もとの資料、達成度の基準",
    wareki: "引用するとき（和暦）",
    seireki: "引用するとき（西暦）",
    english: "引用するとき（英語）",
    licence: "利用条件",
    frozen: "変わらない版",
  },
  embed: {
    site: ja.site.name as string,
    skip: embedJa.skip as string,
    table: embedJa.table as string,
    newer: "新しい版があります",
    page: "くわしく見る",
    newTab: embedJa.newTab as string,
    picture: "画像",
    zip: "まとめて（ZIP）",
    notShown: "この図は表示できません",
    /** Why, in a sentence. */
    pageOf: `｜${ja.site.name}`,
    open: "あゆみを開く",
  },
  scale: {
    difference: (rating: string, one: string, oneTold: string, two: string, twoTold: string) =>
      `達成度の区分が資料によって異なり（${rating}は${one}で${oneTold}、${two}で${twoTold}）、同じ文字でも同じ意味とはかぎりません。`,
    noEntry: "区分なし",
    noScale: "区分の記載なし",
    noMeaning: "説明なし",
    outside: "順序の外",
    rank: (place: number) => `上から${place}番目`,
    noRange: "割合の定めなし",
    least: (least: number) => `${least}%以上`,
    below: (below: number) => `${below}%未満`,
    range: (least: string, below: string) => least + below,
  },
  distribution: distributionJa,
  focus: focusJa,
  change: changeJa,
  ribbon: ribbonJa,
  attention: attentionJa,
  goal: goalChartJa,
  comparison: comparisonJa,
  municipalities: municipalitiesChartJa,
};

export type ChartTexts = typeof chartJa;
