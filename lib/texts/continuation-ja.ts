import type { Level, LinkKind } from "@/lib/domain/continuation";
import type { EndKind, Status } from "@/lib/domain/decision";

/** Texts of the ribbon of continuations, in Japanese. */
export const continuationJa = {
  title: (level: Level, from: string, to: string, asides: readonly string[] = []) => {
    const told = from === to ? asides : [`${from}から${to}へ`, ...asides];
    return `${from === to && from !== "" ? `${from}の${LEVELS[level]}` : `${LEVELS[level]}の継続`}${told.length > 0 ? `（${told.join("、")}）` : ""}`;
  },
  level: { goal: "重点目標", initiative: "具体的取組" } satisfies Record<Level, string> as Record<Level, string>,
  kind: { continued: "継続", merged: "統合", split: "分割", related: "関連" } satisfies Record<LinkKind, string> as Record<LinkKind, string>,
  endKind: { achieved: "達成して終了", routine: "定例業務へ", merged: "統合", cancelled: "取りやめ", unknown: "不明" } satisfies Record<
    EndKind,
    string
  > as Record<EndKind, string>,
  status: { proposed: "候補", confirmed: "確認済み", added: "追加", rejected: "却下" } satisfies Record<Status, string> as Record<Status, string>,
  statusInFull: {
    proposed: "自動判定による候補（職員未確認）",
    confirmed: "確認済み（職員が確認）",
    added: "追加（職員が追加）",
    rejected: "却下（職員が否定）",
  } satisfies Record<Status, string> as Record<Status, string>,
  fate: { "lives-on": "継続", ended: "後継が見当たらない", new: "前の資料にない", "new-and-ended": "前後の資料に見当たらない" },
  endDecided: "終了（確認済み）",
  initiatives: (count: number) => `取組${count}`,
  rating: "達成度",
  none: "–",
  related: "関連のみ（継続ではない）",
  table: { before: "前", kind: "関係", after: "後", score: "続いている見込み（自動推定）", status: "状態", phrases: "主な共通の語句" },
  openTable: "つながりを表で見る",
  key: "番号と題名",
  hint: "棒や帯にポインターを合わせると、説明が表示されます。",
  tapHint: "もう一度タップすると開きます。",
  scale: {
    goal: "棒の高さは取組の件数、帯は継続先別の内訳です。",
    initiative: "棒1つが1つの取組、帯は継続先別の内訳です。",
  } satisfies Record<Level, string> as Record<Level, string>,
  counted: (items: string) => `数が多いため、${items}を部と年度ごとに数えて描いています。部を選ぶと一つずつ見られます。`,
  renamedDepartment: ({ from, to }: { from: string; to: string }) => `部が「${from}」から「${to}」に改称された（同じ部として数える）`,
  countedTable: { department: "部", from: "前の年度", to: "後の年度", total: "件数" },
  carriedOn: {
    title: "前の年度から続くもの",
    nothing: "比べられる二つの年度の資料がありません。",
    candidates: "継続の候補",
    continuing: "継続",
    ended: "後継が見当たらないもの",
    new: (year: string) => `${year}にないもの`,
    move: { up: "上がった", same: "変わらない", down: "下がった", outside: "順序の外との出入り" },
    moved: {
      up: "達成度が上がったもの",
      same: "達成度が変わらないもの",
      down: "達成度が下がったもの",
      outside: "達成度が順序の外へ移ったか、外から移ったもの",
    },
    course: { "not-rated": "評価未掲載との間", incomparable: "比べられないもの" },
    table: { move: "動き", count: "件数", status: "確認" },
    toTable: "動きを表で見る",
    candidate: "候補",
    checked: "確認済み",
    written: (year: string) => `${year}の記載`,
    byDepartment: "部ごとの件数",
    all: "すべて見る",
    toRibbon: "年度から年度への継続を図でみる",
  },
  legend: "凡例",
  severalScales: "達成度の区分は資料によって異なり、同じ記号でも同じ意味とはかぎりません。",
  noItems: "条件に合うものはありません。",
} as const;

/** 「統合の候補」, or 「統合（確認済み）」 where planners decided: a machine's guess is called a candidate. */
export function nameKinds(kinds: readonly LinkKind[], checked: boolean): string {
  const name = kinds.map((kind) => continuationJa.kind[kind]).join("・");
  return checked ? `${name}（${continuationJa.carriedOn.checked}）` : `${name}の${continuationJa.carriedOn.candidate}`;
}

const LEVELS: Record<Level, string> = { goal: "重点目標", initiative: "具体的取組" };
