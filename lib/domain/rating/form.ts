import type { Rating, RatingScaleEntry } from "../plan";
import { foldLabel } from "./label";

/** A form that documents are printed on, and what it defines of its ratings beyond what a document prints. */
export interface RatingForm {
  /** The ratings as the form has them: what a document means that prints no scale of its own. */
  entries: readonly RatingScaleEntry[];
  /** From the best to the worst. */
  order: readonly Rating[];
  /** Those outside the order, where the form itself says so; without it, labels and criteria say it. */
  outside?: readonly Rating[];
}

/** The form of Kashiwara city's 運営方針, with the scale of its FY2021 and FY2025 documents. */
export const KASHIWARA_FORM: RatingForm = {
  entries: [
    { rating: "A", label: "達成", criterion: null, min: 100, max: 100 },
    { rating: "B", label: "概ね達成", criterion: null, min: 70, max: 100 },
    { rating: "C", label: "一部達成", criterion: null, min: 50, max: 70 },
    { rating: "D", label: "未達成", criterion: null, min: null, max: 50 },
    { rating: "E", label: "未実施", criterion: "事業の取りやめなどにより評価不能又は困難。0%", min: 0, max: 0 },
  ],
  order: ["A", "B", "C", "D", "E"],
};

/** The entries that a document's ratings are read by: those that it prints, else its form's. */
export function entriesInForce(printed: readonly RatingScaleEntry[]): readonly RatingScaleEntry[] {
  return printed.length > 0 ? printed : KASHIWARA_FORM.entries;
}

/** The form whose ratings, letter and label, a scale prints, in whatever order; `null` where it is no known form's. */
export function findForm(entries: readonly RatingScaleEntry[]): RatingForm | null {
  const labels = new Map(KASHIWARA_FORM.entries.map(({ rating, label }) => [rating, foldLabel(label)]));
  const isOfForm = ({ rating, label }: RatingScaleEntry) => label !== null && labels.get(rating) === foldLabel(label);
  return entries.length > 1 && entries.every(isOfForm) ? KASHIWARA_FORM : null;
}
