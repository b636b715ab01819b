import type { FormDefinition } from "@/lib/domain/form-definition";
import type { RatingScaleEntry } from "@/lib/domain/plan";
import type { Label } from "../labels";
import { foldText } from "../normalize";
import type { ReadEntry } from "../rating";
import { formSchema } from "./form-schema";
import kashiwara from "./kashiwara.json";
import { expandPattern } from "./pattern";

/** A heading in matching form (see `makeMatchKey`). */
export interface Synonym {
  text: string;
  label: Label;
  /** Too common to be taken for a heading when a text merely begins with it and a colon or blank. */
  weak: boolean;
}

/** A form as the reader uses it. */
export interface Form {
  definition: FormDefinition;
  /** Headings in matching form that begin with a character, the longest first. */
  findSynonyms(first: string): readonly Synonym[];
  /** Whether a text in matching form heads a field that no plan has: 予算額, 備考, 難易度. */
  isReported(text: string): boolean;
  /** Finds the words by which a line is a title. */
  titleWords: RegExp;
}

/** The scale that ratings are read by: a document's own with what the form's definition knows besides, else the form's. */
export function scaleOf({ definition }: Form, printed: readonly RatingScaleEntry[]): readonly ReadEntry[] {
  if (printed.length === 0) return definition.ratingScale;
  return printed.map((entry) => ({ ...entry, aliases: definition.ratingScale.find(({ rating }) => rating === entry.rating)?.aliases ?? [] }));
}

/** The scale of a plan that prints none: none of Kashiwara's, which is understood, else its form's. */
export function scaleInPrint(form: Form): RatingScaleEntry[] {
  if (form === KASHIWARA) return [];
  return form.definition.ratingScale.map(({ rating, label, criterion, min, max, outside }) => {
    return { rating, label, criterion: outside && criterion === null ? OUTSIDE : criterion, min, max };
  });
}

/** What a criterion says of a rating outside the order. */
const OUTSIDE = "評価対象外";

/** What a document is read by: the municipality that it belongs to, since documents do not name theirs, and its form. */
export interface ReadBy {
  municipality: string;
  form: Form;
}

/** What a form's definition amounts to. */
export function compileForm(definition: FormDefinition): Form {
  const known = compiled.get(definition);
  if (known) return known;
  const weak = new Set(definition.weak.flatMap(expandPattern).map(foldText));
  const bySynonym = new Map<string, Synonym>();
  const add = (label: Label, patterns: readonly string[]) => {
    for (const text of patterns.flatMap(expandPattern).map(foldText)) {
      if (text !== "" && !bySynonym.has(text)) bySynonym.set(text, { text, label, weak: weak.has(text) });
    }
  };
  for (const [label, patterns] of Object.entries(definition.headings)) add(label as Label, patterns);
  add("ignored", definition.ignored);
  const byFirst = new Map<string, Synonym[]>();
  for (const synonym of bySynonym.values()) byFirst.set(synonym.text[0]!, [...(byFirst.get(synonym.text[0]!) ?? []), synonym]);
  for (const synonyms of byFirst.values()) synonyms.sort((one, other) => other.text.length - one.text.length);
  const reported = new Set(definition.reported.flatMap(expandPattern).map(foldText));
  const words = definition.titleWords.flatMap(expandPattern).sort((one, other) => other.length - one.length);
  const form: Form = {
    definition,
    findSynonyms: (first) => byFirst.get(first) ?? [],
    isReported: (text) => reported.has(text),
    titleWords: new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")),
  };
  compiled.set(definition, form);
  return form;
}

const compiled = new WeakMap<FormDefinition, Form>();

/** A form's definition as a file holds it. Throws `z.ZodError` for one that is none. */
export function parseForm(value: unknown): FormDefinition {
  const { $schema: _, ...definition } = formSchema.parse(value);
  return definition as FormDefinition;
}

/** The form of Kashiwara city's 運営方針: by which a document is read where no other form is named. */
export const KASHIWARA: Form = compileForm(parseForm(kashiwara));
