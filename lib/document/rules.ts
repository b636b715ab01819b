import { cutText, joinLines } from "@/lib/domain/cut-text";
import { findFiscalYear } from "@/lib/domain/fiscal-year";
import type { Message, Severity } from "@/lib/domain/message";
import type { Span } from "@/lib/domain/place";

type Rule = readonly [Severity, (...args: never[]) => string];

/** Everything that the reader can say of a document: the rule's severity and its Japanese reason. */
export const RULES = {
  "empty-file": ["error", () => "ファイルが空です（0バイト）。"],
  "blank-file": ["error", () => "空白と改行だけのファイルです。"],
  "binary-file": ["error", (character?: string) => `文字以外のデータ（制御文字${character ? ` ${character}` : ""}）を含むバイナリーファイルです。`],
  "too-large": ["error", (size: number, limit: number) => `ファイルが大きすぎます（${size}バイト。上限は${limit}バイト）。`],
  "line-too-long": ["error", (line: number, length: number, limit: number) => `${line}行目が長すぎます（${length}字。上限は${limit}字）。`],
  "too-many-lines": ["error", (count: number, limit: number) => `行が多すぎます（${count}行。上限は${limit}行）。`],
  "too-many-cells": ["error", (count: number, limit: number) => `一行の欄が多すぎます（${count}欄。上限は${limit}欄）。`],
  "too-many": ["error", (name: string, count: number, limit: number) => `${name}が多すぎます（${count}件。上限は${limit}件）。`],
  "too-many-in-all": ["error", (name: string, limit: number) => `${name}が資料全体で${limit}件を超えています。`],
  "too-many-messages": ["error", (count: number, limit: number) => `読み取れない所や確認を要する所が多すぎます（${count}件。上限は${limit}件）。`],
  "value-too-long": ["error", (text: string, length: number, limit: number) => `「${quote(text)}」が長すぎます（${length}字。上限は${limit}字）。`],
  "unknown-encoding": ["error", () => "文字コードが分かりません（UTF-8・UTF-16・Shift_JIS・EUC-JP のいずれでもありません）。"],
  "foreign-file": ["error", (kind: string, how: string) => `${kind}は読めません。${how}`],
  "broken-file": ["error", () => "ファイルが壊れています。元のソフトウェアで開き、「名前を付けて保存」で保存し直してください。"],
  "locked-file": ["error", () => "パスワードで保護されたファイルです。保護を解いて保存し直してください。"],
  "unpacks-too-large": ["error", (size: number, limit: number) => `展開すると大きすぎるファイルです（${size}バイト。上限は${limit}バイト）。`],
  "too-complex": ["error", () => "要素が多すぎるか、入れ子が深すぎるファイルです。必要な部分だけを新しいファイルに写して保存してください。"],
  "too-many-pages": ["error", (count: number, limit: number) => `ページが多すぎます（${count}ページ。上限は${limit}ページ）。`],
  "scanned-pdf": ["error", () => "文字のない PDF です（紙を読み取った画像）。もとの Word や Excel のファイルを取り込んでください。"],
  "unmapped-font": ["error", () => "PDF の書体に文字の対応表がなく、文字が分かりません。もとの Word や Excel のファイルを取り込んでください。"],
  "no-text": ["error", () => "文字がありません。"],
  "no-plan": ["error", (start: string) => `運営方針が見つかりません（重点目標などの見出しがありません）。先頭の行は「${quote(start)}」です。`],
  "year-unknown": ["error", (title: string) => explainYear(title)],
  "department-unknown": [
    "error",
    (title: string) =>
      `部局名が分かりません。表題と読める行は「${quote(title)}」です。表題を「令和7年度 ○○部の運営方針」のようにするか、「部」の欄を加えてください。`,
  ],

  "not-understood": ["warning", (text: string) => `どの項目にも当てはまりません：「${quote(text)}」。見出しの下に移すか、不要な記載であれば除いてください。`],
  "columns-not-parted": [
    "warning",
    (text: string) =>
      `「${quote(text)}」は表の列が分かれておらず、どの見出しの内容か分かりません。欄をタブで区切るか、元の Word・Excel のファイルを取り込んでください。`,
  ],
  "repeated-value": ["note", (text: string) => `「${quote(text)}」は同じ内容の繰り返しです。一度だけ取り込みました。`],
  "unknown-rating": [
    "warning",
    (text: string) => `達成度「${quote(text)}」は評価の区分にありません。評価なしとして扱います。「達成度について」にある記号か名称に直してください。`,
  ],
  "scale-not-read": [
    "warning",
    (heading: string) => `「${quote(heading)}」の下に、評価の区分と読める行がありません。「A：達成（100%）」のように一行に一つずつ記載してください。`,
  ],
  "number-missing": [
    "warning",
    (title: string, number: number) => `重点目標「${quote(title)}」に番号がありません。並び順から${number}としました。違う場合は番号を書き加えてください。`,
  ],
  "number-parted": ["note", (text: string, number: number) => `重点目標の番号「${text}」は枝番号付きです。並び順から${number}としました。`],
  "number-repeated": ["warning", (number: number) => `重点目標の番号${number}が重複しています。番号を振り直してください。`],
  "title-missing": ["warning", (number: number) => `重点目標${number}の名称がありません。見出しの隣か下に名称を記載してください。`],
  "title-differs": [
    "warning",
    (number: number, listed: string, own: string) =>
      `重点目標${number}の名称が一覧「${quote(listed)}」と個別の表「${quote(own)}」で異なります。個別の表の名称を採りました。`,
  ],
  "list-order-differs": [
    "warning",
    (number: number, title: string, listed: number) =>
      `重点目標${number}「${quote(title)}」は、一覧では重点目標${listed}です。一覧の達成度が別の重点目標のものになっていないか、番号を確かめてください。`,
  ],
  "year-from-heading": ["warning", (text: string, year: number) => `表題に年度がないため、「${quote(text)}」から${year}年度としました。`],
  "another-municipality": [
    "warning",
    (name: string, own: string) =>
      `「${quote(name)}」の資料のようです（取り込み先は「${own}」）。自治体の設定（AYUMI_MUNICIPALITY）とファイルを確かめてください。`,
  ],
  "department-differs": [
    "warning",
    (title: string, row: string) => `部局名が表題「${quote(title)}」と部局の欄「${quote(row)}」で異なります。欄の名称を採りました。`,
  ],
  "pairing-doubtful": [
    "warning",
    (heading: string, values: number, items: number) =>
      `「${heading}」が${items}件に対して${values}件しかありません。直前の項目から順に当てました。原本と見比べてください。`,
  ],
  "value-repeated": ["warning", (heading: string, text: string) => `「${heading}」が続けて記載されています。「${quote(text)}」を前の値に続けました。`],
  "target-missing": [
    "warning",
    (heading: string, text: string) =>
      `「${heading}」の「${quote(text)}」に対応する達成目標・具体的取組がありません。その前に見出しと内容があるか確かめてください。`,
  ],
  "value-differs": [
    "warning",
    (heading: string, first: string, second: string) => `「${heading}」に異なる値「${quote(first)}」と「${quote(second)}」があります。先の値を採りました。`,
  ],

  "overall-rating-outside-targets": [
    "warning",
    (overall: string, targets: string) => `全体の達成度「${overall}」が、達成目標の達成度「${targets}」の範囲にありません。`,
  ],
  "listed-rating-differs": ["warning", (listed: string, overall: string) => `一覧の達成度「${listed}」と全体の達成度「${overall}」が異なります。`],
  "rating-label-mismatch": [
    "warning",
    (text: string, rating: string, label: string) => `達成度「${quote(text)}」の記号と名称が合いません（${rating}は「${label}」）。記号を採りました。`,
  ],
  "rating-percent-mismatch": [
    "warning",
    (text: string, rating: string, other: string) =>
      `達成度「${quote(text)}」の記号と割合が合いません（その割合は「${other}」の範囲です）。記号「${rating}」を採りました。`,
  ],
  "target-not-rated": ["warning", (text: string) => `達成目標「${quote(text)}」に達成度がありません。`],
  "initiative-without-result": ["warning", (text: string) => `具体的取組「${quote(text)}」に取組実績がありません。`],
  "no-rules": ["warning", () => "罫線のない欄を、文字の間の空きで分けて読みました。もとの Word や Excel のファイルがあれば、そちらを取り込んでください。"],
  "unmapped-signs": ["warning", (count: number) => `PDF の書体に対応表がなく、${count}字が別の文字になっているかもしれません。`],
  "part-not-read": ["warning", (what: string) => `${quote(what)}は読んでいません。必要な内容があれば、本文に写して保存し直してください。`],
  "page-break": ["warning", (page: number) => `${page}ページの終わりの表が次のページに続いています。行が途中で分かれていないか確かめてください。`],
  "text-box": ["warning", () => "テキストボックスの文を、置かれた段落のすぐ後に読みました。続きの文と混ざっていないか確かめてください。"],
  "not-calculated": [
    "warning",
    (sheet: string, count: number) =>
      `シート「${quote(sheet)}」に、計算されていないか誤りになった数式が${count}件あります。Excel で開いて直し、保存し直してください。`,
  ],
  "unprintable-character": [
    "warning",
    (character: string, count: number) => `文字ではない符号 ${character} があります${count > 1 ? `（この行に${count}個）` : ""}。「〓」と表します。`,
  ],
  "page-around": ["note", (count: number) => `案内やフッターなど、様式の周りの${count}字は読んでいません。`],
  "hidden-sheets": ["note", (count: number) => `非表示のシート${count}枚は読んでいません。`],
  "hidden-rows": ["note", (sheet: string, count: number) => `シート「${quote(sheet)}」の、値のある非表示の行・列${count}本は読んでいません。`],
  "empty-heading": ["note", (heading: string) => `見出し「${quote(heading)}」の内容が空欄です。`],
  "repeated-heading": ["note", (heading: string) => `見出し「${quote(heading)}」が内容のないまま重複しています。`],
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;
export type RuleArgs<R extends RuleName> = Parameters<(typeof RULES)[R][1]>;

/** A reason for refusing a document, before it is known where the message goes. */
export type Refusal = { [R in RuleName]: { rule: R; args: RuleArgs<R> } }[RuleName];

export interface MessagePlace {
  span?: Span | null;
  plan?: number | null;
  pointer?: string | null;
}

/** A message by its rule, with its severity and reason filled in. */
export function makeMessage<R extends RuleName>(rule: R, args: RuleArgs<R>, place: MessagePlace = {}): Message {
  const [severity, explain] = RULES[rule] as unknown as readonly [Severity, (...args: RuleArgs<R>) => string];
  return {
    severity,
    rule,
    reason: explain(...args),
    span: place.span ?? null,
    plan: place.plan ?? null,
    pointer: place.pointer ?? null,
  };
}

/** The message of what is too much in a document. */
export function refuseExcess({ rule, args, at }: Refusal & { at: MessagePlace }): Message {
  return makeMessage(rule, args as never, at);
}

/** Characters of a value that stands in a sentence. */
export const LONGEST_QUOTE = 40;

function explainYear(title: string): string {
  const found = findFiscalYear(title);
  const behind = found && findFiscalYear(title.slice(found.index + found.length));
  if (behind && behind.year !== found.year)
    return `「${quote(title)}」に年度が二つあり、どちらの運営方針か分かりません。表題を「令和7年度 ○○部の運営方針」のようにしてください。`;
  return found
    ? `「${quote(title)}」に年度はありますが、表題として読めません。表題の行を「令和7年度 ○○部の運営方針」のようにし、前後の区切りの符号を除いてください。`
    : `年度が分かりません（「令和7年度」のような記載がありません）。表題と読める行は「${quote(title)}」です。表題に年度を加えてください。`;
}

/** A value short enough to stand in a sentence, on one line. */
export function quote(text: string): string {
  return cutText(joinLines(text), LONGEST_QUOTE);
}
