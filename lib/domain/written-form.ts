import { unfoldRadical } from "./radical";

/**
 * A text in the form in which two years' texts are compared: what only the way of writing tells apart is one. `starts[i]`
 * and `ends[i]` are where the character that the unit `form[i]` comes from begins and ends in the text, in UTF-16 units;
 * a character may give several units, several may give one, and what does not count (blanks, 1,000's comma) gives none.
 */
export interface WrittenForm {
  form: string;
  starts: number[];
  ends: number[];
}

/** A character with the marks that NFKC joins to it: combining ones, and half-width ﾞ and ﾟ. */
const CHARACTERS = /.[\p{M}\uff9e\uff9f]*/gsu;
/** Blanks, and controls, joiners and variation selectors that nobody sees. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

/** Signs that stand for one another from year to year, as the rule for public writing changed (，．to 、。in 2022). */
const SIGNS = new Map([..."‐‑‒–—―−".split("").map((dash): [string, string] => [dash, "-"]), ["〜", "~"], ["、", ","], ["。", "."]]);

/**
 * Kana that one year writes and another leaves out (取り組み, 取組み, 取組), in brackets. From 公用文における漢字使用等について
 * (Cabinet notice of 2010), which writes the compounds without them where they are nouns.
 */
const OPTIONAL_KANA = `
取(り)組(み) 取(り)扱(い) 取(り)締(ま)(り) 取(り)消(し) 取(り)決(め) 取(り)崩(し) 引(き)続(き) 引(き)継(ぎ) 引(き)上(げ) 引(き)下(げ) 引(き)渡(し)
申(し)込(み) 申(し)出 申(し)立(て) 申(し)合(わ)(せ) 受(け)付(け) 受(け)入(れ) 受(け)取(り) 受(け)渡(し) 打(ち)合(わ)(せ) 問(い)合(わ)(せ)
組(み)合(わ)(せ) 組(み)替(え) 見積(も)(り) 見合(わ)(せ) 手続(き) 売(り)上(げ) 買(い)上(げ) 貸(し)出(し) 貸(し)付(け) 割(り)当(て) 締(め)切(り) 積(み)立(て)
立(ち)入(り) 立(ち)上(げ) 立(ち)会(い) 繰(り)越(し) 繰(り)返(し) 払(い)戻(し) 支払(い) 乗(り)換(え) 乗(り)継(ぎ) 届(け)出 書(き)換(え) 読(み)取(り) 呼(び)出(し)
振(り)込(み) 振(り)替(え) 差(し)押(さ)(え) 差(し)引(き) 建(て)替(え) 植(え)付(け) 切(り)替(え) 入(れ)替(え) 積(み)上(げ) 埋(め)立(て) 仕組(み) 枠組(み) 見込(み) 取(り)入(れ)
`;
const OPTIONAL = new RegExp(
  OPTIONAL_KANA.trim()
    .split(/\s+/)
    .map((word) => word.replace(/\((.)\)/gu, "$1?"))
    .join("|"),
  "gu",
);
const HIRAGANA = /[\u3041-\u3096]/;
const THOUSANDS = /(?<=\d),(?=\d{3}(?!\d))/g;

/** A text as it is compared with another year's. */
export function makeWrittenForm(text: string): WrittenForm {
  let plain = "";
  const [starts, ends]: [number[], number[]] = [[], []];
  for (const { 0: character, index } of text.matchAll(CHARACTERS)) {
    const units = foldCharacter(character);
    plain += units;
    for (let unit = 0; unit < units.length; unit++) {
      starts.push(index);
      ends.push(index + character.length);
    }
  }
  const left = new Set<number>();
  for (const { index } of plain.matchAll(THOUSANDS)) left.add(index);
  for (const { 0: word, index } of plain.matchAll(OPTIONAL)) {
    for (let at = 0; at < word.length; at++) if (HIRAGANA.test(word[at]!)) left.add(index + at);
  }
  if (left.size === 0) return { form: plain, starts, ends };
  const isKept = (_: unknown, at: number) => !left.has(at);
  return { form: plain.split("").filter(isKept).join(""), starts: starts.filter(isKept), ends: ends.filter(isKept) };
}

function foldCharacter(character: string): string {
  const known = FOLDED.get(character);
  if (known !== undefined) return known;
  const plain = unfoldRadical(character).normalize("NFKC").toLowerCase().replace(UNSEEN, "");
  const folded = SIGNS.get(plain) ?? plain;
  if (FOLDED.size < 20_000) FOLDED.set(character, folded);
  return folded;
}

const FOLDED = new Map<string, string>();
