/**
 * Signs of which each stands for the one it is compared as: kinds of dashes, quotes and waves, 、。 for the ，．that public
 * writing used until 2022, and the small ヶ and ヵ of names. What NFKC makes one is not here.
 */
const PLAIN_SIGNS = new Map<string, string>([
  ...[..."‐‑‒–—―−⁃"].map((dash): [string, string] => [dash, "-"]),
  ...[..."“”„‟〝〞〟"].map((quote): [string, string] => [quote, '"']),
  ...[..."‘’‚‛ʼ"].map((quote): [string, string] => [quote, "'"]),
  ...["〜~", "、,", "。.", "ヶケ", "ヵカ", "ゖけ", "ゕか"].map((pair): [string, string] => [pair[0]!, pair[1]!]),
]);

/** A character, in NFKC, as texts are compared; `undefined` where it stands for itself. */
export function plainSign(character: string): string | undefined {
  return PLAIN_SIGNS.get(character);
}
