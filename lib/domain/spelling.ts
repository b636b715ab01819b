/**
 * Kana that one writer writes and another leaves out (取り組み, 取組み, 取組), in brackets. From 公用文における漢字使用等について
 * (Cabinet notice of 2010), which writes the compounds without them where they are nouns.
 */
const WORDS = `
取(り)組(み) 取(り)扱(い) 取(り)締(ま)(り) 取(り)消(し) 取(り)決(め) 取(り)崩(し) 引(き)続(き) 引(き)継(ぎ) 引(き)上(げ) 引(き)下(げ) 引(き)渡(し)
申(し)込(み) 申(し)出 申(し)立(て) 申(し)合(わ)(せ) 受(け)付(け) 受(け)入(れ) 受(け)取(り) 受(け)渡(し) 打(ち)合(わ)(せ) 問(い)合(わ)(せ)
組(み)合(わ)(せ) 組(み)替(え) 見積(も)(り) 見合(わ)(せ) 手続(き) 売(り)上(げ) 買(い)上(げ) 貸(し)出(し) 貸(し)付(け) 割(り)当(て) 締(め)切(り) 積(み)立(て)
立(ち)入(り) 立(ち)上(げ) 立(ち)会(い) 繰(り)越(し) 繰(り)返(し) 払(い)戻(し) 支払(い) 乗(り)換(え) 乗(り)継(ぎ) 届(け)出 書(き)換(え) 読(み)取(り) 呼(び)出(し)
振(り)込(み) 振(り)替(え) 差(し)押(さ)(え) 差(し)引(き) 建(て)替(え) 植(え)付(け) 切(り)替(え) 入(れ)替(え) 積(み)上(げ) 埋(め)立(て) 仕組(み) 枠組(み) 見込(み) 取(り)入(れ)
`;

/** Of each way of writing such a word, all ways. */
const WAYS = new Map(
  WORDS.trim()
    .split(/\s+/)
    .flatMap((word) => {
      const ways = spellOut(word);
      return ways.map((way): [string, readonly string[]] => [way, ways]);
    }),
);

/** Finds the words whose kana may be left out, in whichever of their ways. */
export const OKURIGANA = new RegExp([...WAYS.keys()].sort((one, other) => other.length - one.length).join("|"), "gu");

/** A number of four figures or more, with commas or without. */
const THOUSANDS = /(?<![\d.,])(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{3,})(?![\d,])/g;
/** Both, as `listSpellings` looks for them. */
const VARYING = new RegExp(`${OKURIGANA.source}|${THOUSANDS.source}`, "gu");
/** A text of many such words has too many ways. */
const MOST_WAYS = 16;

/** The ways of writing a text that search takes for one, itself first: 取り組み and 取組, 1,000 and 1000. At most 16. */
export function listSpellings(text: string): string[] {
  let found = [""];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(VARYING)) {
    const ways = waysOf(word);
    const before = text.slice(end, index);
    const all = found.flatMap((head) => ways.map((way) => head + before + way));
    found = all.length > MOST_WAYS ? found.map((head) => head + before + word) : all;
    end = index + word.length;
  }
  return [...new Set([text, ...found.map((head) => head + text.slice(end))])];
}

function waysOf(word: string): readonly string[] {
  const known = WAYS.get(word);
  if (known) return known;
  const figures = word.replaceAll(",", "");
  return [figures, figures.replace(/\B(?=(\d{3})+$)/g, ",")];
}

/** 申(し)出 as 申し出 and 申出. */
function spellOut(word: string): string[] {
  const [head, kana, rest] = word.split(/\((.)\)(.*)/su);
  if (kana === undefined) return [word];
  return spellOut(rest!).flatMap((tail) => [head! + kana + tail, head! + tail]);
}
