import type { Message } from "@/lib/domain/message";
import type { Span } from "@/lib/domain/place";
import { quote } from "./rules";

/** Why a reading is held until a person has looked at it: for each rule its Japanese reason. */
export const HOLD_RULES = {
  "heading-in-value": (name: string, line: string) =>
    `${name}の中に、見出しと読める行「${quote(line)}」があります。表の欄が分かれていないかもしれません。元の資料と見比べてください。`,
  "sentence-as-rating": (text: string) => `達成度の欄に文があります：「${quote(text)}」。欄がずれていないか、元の資料と見比べてください。`,
  "title-of-lines": (number: number, title: string) => `重点目標${number}の名称が複数の行にわたります：「${quote(title)}」。`,
  "title-empty": (number: number) => `重点目標${number}の名称がありません。様式に記入していないところであれば、その重点目標を除くか、書き足してください。`,
  "title-of-one-letter": (number: number, title: string) => `重点目標${number}の名称が一文字です：「${title}」。`,
  "title-is-rating": (number: number, title: string) => `重点目標${number}の名称が達成度です：「${quote(title)}」。`,
  "numbers-repeated": (numbers: string) => `重点目標の番号が重複しています（${numbers}）。`,
  "numbers-with-gaps": (numbers: string) => `重点目標の番号に抜けがあります（${numbers}）。読めなかった重点目標がないか、元の資料と見比べてください。`,
  "only-unknown-ratings": (name: string, texts: string) => `${name}の達成度が、どれも評価の区分にありません（${texts}）。`,
  "goals-too-many": (count: number, most: number) => `重点目標が${count}件あります。この部局のほかの年度は多くて${most}件です。`,
  "goals-too-few": (count: number, least: number) => `重点目標が${count}件しかありません。この部局のほかの年度は少なくとも${least}件です。`,
  "plan-repeated": (year: string, department: string) =>
    `${year}の${department}の運営方針が、この資料に二つ以上あります。一つにまとめるか、資料を分けてください。`,
  "year-far-ahead": (year: string, newest: string) => `年度が、取り込み済みの最新の${newest}より大きく先の${year}です。誤記ではないか確かめてください。`,
  "unlike-what-it-replaces": (year: string, percent: number) =>
    `${year}のこの部局の運営方針はすでにあり、本文は${percent}％しか一致しません。取り込むと、そちらに代わってこの資料が公開されます。`,
} as const satisfies Record<string, (...args: never[]) => string>;

type HoldRule = keyof typeof HOLD_RULES;

/** What a reason is about, where that is known. */
export interface HoldPlace {
  span?: Span | null | undefined;
  plan?: number | null | undefined;
  pointer?: string | null | undefined;
}

/** A reason to hold a reading, with its place. */
export function makeHold<R extends HoldRule>(rule: R, args: Parameters<(typeof HOLD_RULES)[R]>, { span, plan, pointer }: HoldPlace): Message {
  const explain = HOLD_RULES[rule] as (...args: Parameters<(typeof HOLD_RULES)[R]>) => string;
  return { severity: "warning", rule, reason: explain(...args), span: span ?? null, plan: plan ?? null, pointer: pointer ?? null };
}
