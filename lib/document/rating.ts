import type { Rating, RatingScaleEntry } from "@/lib/domain/plan";
import { entriesInForce } from "@/lib/domain/rating/form";
import { foldText, narrowText } from "./normalize";
import { findBand } from "./percent";

/** A printed rating as read by a scale. */
export interface ReadRating {
  /** `null` where the scale does not hold it, and where the text says that nothing is rated. */
  rating: Rating | null;
  /** Whether the text is one that the scale knows, or says that nothing is rated. */
  known: boolean;
  /** Label that the scale has for the letter, where the text prints another one. */
  mismatch: string | null;
  /** The rating whose band a percentage beside the letter falls into, where that is another one. */
  byPercent?: Rating;
}

/** An entry of a scale, with other ways in which its form's definition has it printed. */
export interface ReadEntry extends RatingScaleEntry {
  aliases?: readonly string[];
}

const UNKNOWN: ReadRating = { rating: null, known: false, mismatch: null };
const NOT_RATED = /^(?:[-ー―—–−－/／・*＊.．]{1,3}|未評価|評価前|未定|なし|\(空欄\))$/;
/** 80％, （85%）, 約85%: how much was achieved, beside the rating. */
const PERCENT = /(?<![-－−△▲+＋±]\s?)(?<![0-9０-９])[(（[【]?\s*(?:達成率\s*)?約?\s*([0-9０-９]{1,3}(?:[.．][0-9０-９]{1,2})?)\s*[%％]\s*[)）\]】]?/;
/** ※1, (注2), *1 or 注）: leads to a note elsewhere. */
const NOTE_MARK = /(?:[(（[]?(?:※|＊|\*|注)\s?[0-9０-９]{0,2}[)）\]]?\s*)+$/;
/** （ⅰ）, (2): a mark within a rating. */
const SUB_MARK = /[(（][ⅰ-ⅻⅠ-Ⅻivx0-9０-９a-z]{1,4}[)）]$/;
/** (1) 前倒し実施: the place of a word in a list. */
const LIST_NUMBER = /^(?:[(（][0-9０-９]{1,2}[)）]|[0-9０-９]{1,2}[.．)）])\s*(?=\S{2})/;

/**
 * Reads `B`, `B 概ね達成`, `概ね達成`, `Ｂ：概ね達成`, `B（概ね達成）`, `概ね達成（B）`, `B評価`, `B 概ね達成（80％）`, `B ※1` or,
 * where it falls into a band, `85%` by a scale (its form's where it is empty).
 */
export function readRating(text: string, scale: readonly ReadEntry[]): ReadRating {
  const checked = findChecked(text);
  if (checked !== null) return readRating(checked, scale);
  const entries: readonly ReadEntry[] = entriesInForce(scale);
  if (text.length > 80) return UNKNOWN;
  const found = (entry: RatingScaleEntry, mismatch: string | null = null): ReadRating => ({ rating: entry.rating, known: true, mismatch });
  const exact = foldMark(text);
  const same = entries.find(({ rating }) => foldMark(rating) === exact);
  if (same) return found(same);
  // A・B and A- are none of either.
  if (isSeveral(text, entries) || /[A-ZＡ-Ｚ]\s?[-－−]$/.test(text)) return UNKNOWN;
  if (NOT_RATED.test(narrowText(text).replace(/\s/g, ""))) return { rating: null, known: true, mismatch: null };

  const percent = PERCENT.exec(text);
  const band = percent && findBand(Number(narrowText(percent[1]!)), entries);
  const bare = text.replace(PERCENT, " ").replace(NOTE_MARK, "").trim();
  const cores = [text, bare, bare.replace(SUB_MARK, ""), bare.replace(LIST_NUMBER, ""), bare.replace(/(?<=^[0-9０-９]{1,2})点$/, "")]
    .map(foldLabel)
    .filter((core) => core !== "");
  for (const core of cores) {
    const entry = entries.find((each) => foldLabel(each.rating) === core) ?? entries.find((each) => listForms(each).includes(core));
    if (entry) return { ...found(entry), ...(band && band !== entry && { byPercent: band.rating }) };
  }
  if (percent && foldLabel(bare) === "") return band ? found(band) : UNKNOWN;
  return readLetter(narrowText(bare), entries) ?? UNKNOWN;
}

/** The one of several boxes that is checked: ☑A ☐B ☐C; `null` where there are none, or not one. */
function findChecked(text: string): string | null {
  if (!/[☐□]/.test(text)) return null;
  const [found, ...others] = [...text.matchAll(/[☑☒✓✔■]\s?([^\s☐□☑☒✓✔■]+)/g)];
  return found && others.length === 0 ? found[1]! : null;
}

/** Whether a text is two ratings of a scale or more, with nothing but signs between them: A・B, A～B. */
function isSeveral(text: string, entries: readonly RatingScaleEntry[]): boolean {
  const parts = text.split(/[・、,，/／~～〜→\s]+/).filter((part) => part !== "");
  return parts.length > 1 && parts.every((part) => entries.some(({ rating }) => foldMark(rating) === foldMark(part)));
}

/** A letter or mark with words behind it that are not its label. */
function readLetter(text: string, entries: readonly RatingScaleEntry[]): ReadRating | null {
  const parts = /^[(【[]?\s*([A-Z](?:[-+′'](?![A-Za-z]))?|[^\s\p{L}\p{N}])\s*[)】\]]?([^]*)$/iu.exec(text);
  const entry = parts && entries.find(({ rating }) => foldMark(rating) === foldMark(parts[1]!));
  if (!parts || !entry || text.length > 40) return null;
  const tail = parts[2]!;
  const label = foldLabel(tail);
  const isOther = entries.some((other) => other.label && foldLabel(other.label) === label);
  if (!isOther && (!/^[\s:：(（・、,.-]/.test(tail) || tail.includes("。") || tail.length > 16)) return null;
  return { rating: entry.rating, known: true, mismatch: entry.label };
}

/** The ways in which an entry's mark and label stand for it, in matching form. */
function listForms({ aliases = [], ...entry }: ReadEntry): string[] {
  const mark = foldLabel(entry.rating);
  return [...aliases.map(foldLabel).flatMap((alias) => [alias, mark + alias, alias + mark]), ...listOwnForms(entry)];
}

function listOwnForms({ rating, label, criterion }: RatingScaleEntry): string[] {
  const [mark, word, criterionWord] = [rating, label ?? "", label === null ? (criterion ?? "") : ""].map(foldLabel);
  if (word) return [word, mark! + word, word + mark!];
  return criterionWord ? [criterionWord, mark! + criterionWord] : [];
}

/** A mark for comparing: one kind of circle, cross and prime; 〇 and ◯ are ○. */
function foldMark(text: string): string {
  return foldText(text)
    .replace(/[〇◯⚪]/g, "○")
    .replace(/[✕✖╳☓]/g, "×")
    .replace(/['’‘´`"”]/g, "′");
}

/** A label for comparing: no width, blanks, brackets or colons, no 評価 beside it; おおむね as 概ね. */
function foldLabel(label: string): string {
  return foldMark(label)
    .replace(/[()[\]【】〔〕「」:：.。*=-]/g, "")
    .replace(/おおむね|概むね/g, "概ね")
    .replace(/[どと]おり/g, "通り")
    .replace(/取り?組み?/g, "取組")
    .replace(/^(?:評価|判定|ランク)(?=[A-Z0-9○◎△×]|$)|(?:評価|判定|ランク)$/g, "");
}
