import type { RatingScaleEntry } from "./plan";

/** A rating of a form's own scale. */
export interface FormScaleEntry extends RatingScaleEntry {
  /** Other ways in which it is printed. */
  aliases: string[];
  /** It stands outside the order: what could not be rated. */
  outside: boolean;
}

/** The form that a city prints its plans on, as data (`ayumi-form/1`): headings by field, in patterns, and its scale. */
export interface FormDefinition {
  format: "ayumi-form/1";
  name: string;
  label: string;
  titleWords: string[];
  headings: Record<string, string[]>;
  weak: string[];
  ignored: string[];
  reported: string[];
  /** The best first. */
  ratingScale: FormScaleEntry[];
}
