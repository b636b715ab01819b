import { BREAK } from "./gram";

/** What stands for a name in a text to be compared: a letter that no pair of letters holds. */
const MARK = String.fromCharCode(BREAK);

/** By what a city calls its own offices, and whoever else is concerned. */
const OFFICES = ["(?:関係)?各?部局", "関係(?:各課|課|部署|機関|団体|者)", "庁内"];

const PATTERNS = new Map<string, RegExp>();

/**
 * The text with a mark in the place of each name by which a municipality calls itself or its offices (柏原市, 柏原,
 * 本市, 関係部局): its plans have such names in common whatever they are about. A name of one letter is one only
 * with what follows it, as 津波 is no part of 津市.
 */
export function maskOwnNames(text: string, municipality: string): string {
  let pattern = PATTERNS.get(municipality);
  if (!pattern) PATTERNS.set(municipality, (pattern = toPattern(municipality)));
  return text.normalize("NFKC").replace(pattern, MARK);
}

/** What stands in brackets behind a name is a remark. A name may be broken over two lines. */
function toPattern(municipality: string): RegExp {
  const [, base = "", kind = ""] = /^(.*?)([都道府県市区町村]?)(?:\(.*\))?$/su.exec(municipality.normalize("NFKC").trim())!;
  const letters = Array.from(base);
  const name = letters.map((letter) => letter.replace(/[^\p{L}\p{N}]/u, "\\$&")).join("\\s*");
  const own = letters.length === 0 ? [] : [kind === "" ? name : `${name}(?:\\s*${kind})${letters.length > 1 ? "?" : ""}`];
  return new RegExp([...own, `(?<!\\p{Script=Han})[本当]${kind || "[市区町村]"}`, ...OFFICES].join("|"), "gu");
}
