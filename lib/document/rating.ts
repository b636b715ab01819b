import type { Rating, RatingScaleEntry } from "@/lib/domain/plan";
import { entriesInForce } from "@/lib/domain/rating/form";
import { foldText, narrowText } from "./normalize";

/** A printed rating as read by a scale. */
export interface ReadRating {
  /** `null` where the scale does not hold it, and where the text says that nothing is rated. */
  rating: Rating | null;
  /** Whether the text is one that the scale knows, or says that nothing is rated. */
  known: boolean;
  /** Label that the scale has for the letter, where the text prints another one. */
  mismatch: string | null;
}

const UNKNOWN: ReadRating = { rating: null, known: false, mismatch: null };
const NOT_RATED = /^(?:[-ー―—–−－/／・*＊.．]{1,3}|未評価|評価前|未定|なし|\(空欄\))$/;

/** Reads `B`, `B 概ね達成`, `概ね達成`, `Ｂ：概ね達成` or `B（概ね達成）` by a scale (its form's where it is empty). */
export function readRating(text: string, scale: readonly RatingScaleEntry[]): ReadRating {
  const entries = entriesInForce(scale);
  const narrow = narrowText(text);
  if (narrow.length > 40) return UNKNOWN;
  if (NOT_RATED.test(narrow.replace(/\s/g, ""))) return { rating: null, known: true, mismatch: null };
  const folded = foldLabel(narrow);
  const whole = entries.find((entry) => folded === foldLabel(entry.rating) || (entry.label && folded === foldLabel(entry.label)));
  if (whole) return { rating: whole.rating, known: true, mismatch: null };

  const parts = /^[(【[]?\s*([A-Z])\s*[)】\]]?([^]*)$/i.exec(narrow);
  const entry = parts && entries.find((candidate) => candidate.rating === parts[1]?.toUpperCase());
  const tail = parts?.[2] ?? "";
  if (!entry) return UNKNOWN;
  const label = foldLabel(tail);
  if (label === "" || (entry.label && label === foldLabel(entry.label))) return { rating: entry.rating, known: true, mismatch: null };
  const isOther = entries.some((other) => other.label && foldLabel(other.label) === label);
  if (!isOther && (!/^[\s:：(（・、,.-]/.test(tail) || tail.includes("。") || tail.length > 16)) return UNKNOWN;
  return { rating: entry.rating, known: true, mismatch: entry.label };
}

/** A label for comparing: no width, blanks, brackets, colons or 評価 behind it; おおむね as 概ね. */
function foldLabel(label: string): string {
  return foldText(label)
    .replace(/[()[\]【】〔〕「」:：.。*=-]/g, "")
    .replace(/おおむね|概むね/g, "概ね")
    .replace(/評価$/, "");
}
