/** Radicals that fonts' maps give in place of the ideographs that they look like; most of Kangxi's list NFKC knows. */
const SUPPLEMENT: Record<string, string> = Object.fromEntries(
  Array.from(
    "⺟母⺠民⺩王⺫目⺬示⺮竹⺼肉⻁虎⻂衣⻄西⻆角⻉貝⻋車⻑長⻒長⻓長⻗雨⻘青⻙韋⻚頁⻛風⻝食⻟食⻠食⻢馬⻣骨⻤鬼⻥魚⻦鳥⻧鹵⻨麦⻩黄⻫斉⻬斉⻭歯⻮歯⻯竜⻰龍⻲亀⻳亀⼾戸⾭青⿆麦⿈黄⿊黒⿑斉⿒歯⿔亀".matchAll(
      /(.)(.)/gu,
    ),
    ([, radical, sign]) => [radical!, sign!],
  ),
);

/** What shares its sign with a full-width one. */
const WIDE: Record<string, string> = { "∕": "／", "‧": "・", "·": "・", "∼": "～" };

/** A sign as it was typed: many a font maps the full-width blank to the narrow one. */
export function mendSign(text: string, isWide: boolean): string {
  if (/^[ \u00a0\u3000]$/.test(text)) return isWide ? "\u3000" : " ";
  if (isWide && WIDE[text]) return WIDE[text];
  return text.replace(/[\u2e80-\u2fd5]/g, (sign) => SUPPLEMENT[sign] ?? sign.normalize("NFKC"));
}
