import { unfoldRadical } from "@/lib/domain/radical";

/** Radicals that fonts' maps give for whole signs, of which Unicode's equivalent is a part, or NFKC's the old form. */
const SIMPLE: ReadonlyMap<string, string> = new Map([
  ["⺫", "目"],
  ["⺼", "肉"],
  ["⻂", "衣"],
  ["⻟", "食"],
  ["⼾", "戸"],
  ["⾭", "青"],
  ["⿆", "麦"],
  ["⿈", "黄"],
  ["⿊", "黒"],
  ["⿑", "斉"],
  ["⿒", "歯"],
  ["⿔", "亀"],
]);

/** What shares its sign with a full-width one. */
const WIDE: Record<string, string> = { "∕": "／", "‧": "・", "·": "・", "∼": "～" };

/** A sign as it was typed: many a font maps the full-width blank to the narrow one. */
export function mendSign(text: string, isWide: boolean): string {
  if (/^[ \u00a0\u3000]$/.test(text)) return isWide ? "\u3000" : " ";
  if (isWide && WIDE[text]) return WIDE[text];
  return text.replace(/[\u2e80-\u2fd5]/g, (sign) => SIMPLE.get(sign) ?? unfoldRadical(sign).normalize("NFKC"));
}
