import type { Level, LinkKind } from "@/lib/domain/continuation";
import type { Status } from "@/lib/domain/decision";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { continuationJa } from "./continuation-ja";
import { goalJa } from "./goal-ja";

const { level } = continuationJa;

/** Texts of the ribbon of continuations that its sentences, drawings and tables are made of, in Japanese. */
export const ribbonJa = {
  title: continuationJa.title,
  level: level as Record<Level, string>,
  kind: continuationJa.kind as Record<LinkKind, string>,
  status: continuationJa.status as Record<Status, string>,
  statusInFull: continuationJa.statusInFull as Record<Status, string>,
  fate: continuationJa.fate as Record<"lives-on" | "ended" | "new" | "new-and-ended", string>,
  endDecided: continuationJa.endDecided as string,
  ended: goalJa.ended,
  rating: (rating: string) => `${continuationJa.rating}${rating}`,
  initiatives: continuationJa.initiatives,
  related: continuationJa.related as string,
  none: continuationJa.none as string,
  noItems: continuationJa.noItems as string,
  nothingToCompare: "比べられる年度がありません。",
  severalScales: continuationJa.severalScales as string,
  counted: (of: Level) => continuationJa.counted(level[of]),
  table: continuationJa.table as Record<"before" | "kind" | "after" | "score" | "status" | "phrases", string>,
  countedTable: continuationJa.countedTable as Record<"department" | "from" | "to" | "total", string>,
  chosenLinks: (names: readonly string[]) => `${names.join("・")}のつながり`,
  links: (count: number, parts: readonly string[]) => `つながり${count}件の内訳は、${parts.join("、")}。`,
  proposed: (count: number) => `自動判定による候補${count}件`,
  confirmed: (count: number) => `職員が確認${count}件`,
  added: (count: number) => `職員が追加${count}件`,
  leftOut: (of: Level, items: number, links: number) =>
    `絞り込みにより${[...(items > 0 ? [`${level[of]}${items}件`] : []), ...(links > 0 ? [`つながり${links}件`] : [])].join("と")}を除いています。`,
  oneEnded: (count: number) => `うち${count}件は、つながる一方だけが条件に合うため、表にだけ示しています。`,
  cut: (count: number) => `図と表に載せていないものがほか${count}件あります。絞り込むか、CSVで見られます。`,
  noneIn: (year: number, of: Level) => `${formatFiscalYear(year)}の${level[of]}はありません。`,
  /** How many go on, are merged and divided, and have no successor. */
  past: (
    year: number,
    of: Level,
    { all, on, ended, endDecided, takenIn, into, divided }: Record<"all" | "on" | "ended" | "endDecided" | "takenIn" | "into" | "divided", number>,
    { to, sure }: { to: number; sure: "all" | "some" | "none" },
  ) => {
    const later = formatFiscalYear(to);
    const asides = [...(takenIn > 0 ? [`${takenIn}件は${into}件に統合`] : []), ...(divided > 0 ? [`${divided}件は分割`] : [])];
    const aside = asides.length > 0 ? `（うち${asides.join("、")}）` : "";
    const parts = [
      ...(on > 0
        ? [sure === "all" ? `${on}件が${later}に続き${aside}` : `${on}件に${later}の継続${sure === "some" ? "（候補を含む）" : "の候補"}があり${aside}`]
        : []),
      ended > 0
        ? `${ended}件は後継が見当たりません${endDecided > 0 ? `（うち${endDecided}件は、終了したと職員が確認）` : ""}`
        : "後継の見当たらないものはありません",
    ];
    return `${formatFiscalYear(year)}の${all}件の${level[of]}のうち、${parts.join("、")}。`;
  },
  /** How many of a later year's are new; `guessed` where nobody has looked at it. */
  begun: (year: number, all: number, begun: number, { from, guessed }: { from: number; guessed: boolean }) => {
    const told =
      begun > 0 ? `${begun}件は${formatFiscalYear(from)}にないものです${guessed ? "（自動判定）" : ""}` : `、${formatFiscalYear(from)}にないものはありません`;
    return `${formatFiscalYear(year)}の${all}件のうち${told}。`;
  },
  chained: (from: number, to: number) => `${formatFiscalYear(from)}から${formatFiscalYear(to)}への継続は、間の年度のつながりをたどったものです。`,
  span: (from: number, to: number, of: Level, all: number, through: number) =>
    `${formatFiscalYear(from)}の${all}件の${level[of]}のうち、${formatFiscalYear(to)}まで途切れずに続くものは${through === 0 ? "ありません" : `${through}件です`}。`,
  node: (year: number, department: string, of: Level, tag: string, text: string, notes: readonly string[]) =>
    `${formatFiscalYear(year)} ${department} ${level[of]}${tag} ${text}（${notes.join("、")}）`,
  hiddenLinks: (count: number) => `ほかに絞り込みで除いたつながり${count}件`,
  flow: (kind: LinkKind, before: string, after: string, status: string, score: string, phrases: readonly string[]) => {
    const [earlier, later] = [`「${before}」`, `「${after}」`];
    const told = kind === "related" ? `${earlier}と${later}は${continuationJa.related}` : `${earlier}から${later}へ${continuationJa.kind[kind]}`;
    return `${told}（${status}、見込み：${score}）${phrases.length > 0 ? `。共通の語句：${phrases.join("、")}` : ""}`;
  },
  evidence: (kind: LinkKind, before: string, after: string) => `${continuationJa.kind[kind]}の根拠：「${before}」と「${after}」`,
  countedYear: (year: number, department: string, of: Level, { total, begun, ended }: Record<"total" | "begun" | "ended", number>) => {
    const { fate } = continuationJa;
    const notes = [...(begun > 0 ? [`${fate.new}${begun}件`] : []), ...(ended > 0 ? [`${fate.ended}${ended}件`] : [])].join("、");
    return `${formatFiscalYear(year)} ${department} ${level[of]}${total}件${notes && `（${notes}）`}`;
  },
  countedFlow: (
    [earlier, from, before]: readonly [department: string, year: number, count: number],
    [later, to, after]: readonly [department: string, year: number, count: number],
    { links, checked }: { links: number; checked: number },
  ) =>
    `${earlier} ${formatFiscalYear(from)}の${before}件が${earlier === later ? "" : `${later} `}${formatFiscalYear(to)}の${after}件に続く（つながり${links}件${checked > 0 ? `、うち職員が確認${checked}件` : ""}）`,
};
