/**
 * The texts that a pattern stands for: `[…]` is a part that may be left out, `{a,b}` one of several, each within the
 * other as deep as one likes. Throws `SyntaxError` for a bracket without its other one.
 */
export function expandPattern(pattern: string): string[] {
  const reader = { text: pattern, at: 0 };
  const texts = readSequence(reader, "");
  if (reader.at < pattern.length) throw new SyntaxError(`「${pattern}」の${reader.at + 1}字目の「${pattern[reader.at]}」に対応する括弧がありません。`);
  return [...new Set(texts)];
}

interface PatternReader {
  text: string;
  at: number;
}

/** All up to one of `ends`, which is left standing. */
function readSequence(reader: PatternReader, ends: string): string[] {
  let texts = [""];
  while (reader.at < reader.text.length) {
    const character = reader.text[reader.at]!;
    if (ends.includes(character)) return texts;
    if (character === "]" || character === "}") return texts;
    reader.at++;
    const parts = character === "[" ? ["", ...readSequence(reader, "]")] : character === "{" ? readChoice(reader) : [character];
    if (character === "[") close(reader, "]");
    texts = texts.flatMap((head) => parts.map((part) => head + part));
    if (texts.length > MOST) throw new SyntaxError(`「${reader.text}」が表す見出しが${MOST}件を超えています。`);
  }
  return texts;
}

/** As many texts as one pattern may stand for. */
const MOST = 2000;

function readChoice(reader: PatternReader): string[] {
  const choices = readSequence(reader, ",}");
  while (reader.text[reader.at] === ",") {
    reader.at++;
    choices.push(...readSequence(reader, ",}"));
  }
  close(reader, "}");
  return choices;
}

function close(reader: PatternReader, sign: string): void {
  if (reader.text[reader.at] !== sign) throw new SyntaxError(`「${reader.text}」に「${sign}」が足りません。`);
  reader.at++;
}
