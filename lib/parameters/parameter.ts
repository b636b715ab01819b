import { LONGEST_VALUE } from "@/lib/query-parameters";
import type { Refusal } from "@/lib/texts/refusal-ja";
import type { View, ViewFilter } from "./view";

/** Any text that an address can hold. */
export const ANY_TEXT: ValueSchema = { type: "string", maxLength: LONGEST_VALUE };

/** JSON Schema of one value. */
export interface ValueSchema {
  type: "string" | "integer" | "number";
  enum?: string[];
  pattern?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}

/**
 * How much of it a static copy of the site holds: `always`, also beside all else; `page`, so on pages, and in a chart as a
 * `filter`; `scope` and `filter`, as `bake-rule.ts` says; `never`.
 */
export type Baked = "always" | "page" | "scope" | "filter" | "never";

/** A query parameter, described once: pages, charts, data, scripts, the bake and the API's description are made from it. */
export interface Parameter {
  name: string;
  /** What it is called, in Japanese. */
  label: string;
  /** What its values mean, in Japanese. */
  description: string;
  example: string;
  /** It may be given several times. */
  repeats: boolean;
  /** A file is not answered without it; a page then shows one of its own choice. */
  required?: true;
  schema: ValueSchema;
  /** What a value has to be. */
  wanted: Refusal;
  baked: Baked;
  /** It only changes how a place shows the same, so that the address by which a page is found leaves it out. */
  looks?: true;
  /** Takes values, none of them empty, into a view, and answers those that it cannot read. */
  read(values: readonly string[], view: View): string[];
  /** The values that a view gives it; none where that is what is usual. */
  print(view: View, usual: View): string[];
}

type Words = Pick<Parameter, "name" | "label" | "description" | "example"> & Partial<Pick<Parameter, "baked" | "looks" | "required" | "wanted" | "schema">>;

type ListField = { [Field in keyof ViewFilter]-?: NonNullable<ViewFilter[Field]> extends string[] ? Field : never }[keyof ViewFilter];

/** A field of the filter that takes any text; values given twice count once. */
export function text(field: ListField, words: Words): Parameter {
  return {
    repeats: true,
    schema: ANY_TEXT,
    wanted: (texts) => texts.anyText,
    baked: "filter",
    ...words,
    read(values, view) {
      if (values.length > 0) Object.assign(view.filter, { [field]: [...new Set(values)] });
      return [];
    },
    print: ({ filter }) => [...((filter[field] as string[] | undefined) ?? [])],
  };
}

/** A field of the filter that takes some of a list of values, in the order of the list. */
export function choices<Field extends ListField>(field: Field, words: Words, list: readonly NonNullable<ViewFilter[Field]>[number][]): Parameter {
  return {
    repeats: true,
    schema: { type: "string", enum: [...list] },
    wanted: oneOf(list),
    baked: "filter",
    ...words,
    read(values, view) {
      const chosen = list.filter((each) => values.includes(each));
      if (chosen.length > 0) Object.assign(view.filter, { [field]: chosen });
      return values.filter((value) => !(list as readonly string[]).includes(value));
    },
    print: ({ filter }) => ((filter[field] as string[] | undefined) ?? []).filter((value) => (list as readonly string[]).includes(value)),
  };
}

type ChoiceField = { [Field in keyof View]: View[Field] extends string | null ? Field : never }[keyof View];

/** One of a list of values. Where a place has a shorter list, what is not in it is as unasked. */
export function choice<Field extends ChoiceField>(field: Field, words: Words, list: readonly NonNullable<View[Field]>[]): Parameter {
  return single(
    words,
    { schema: { type: "string", enum: list.map(String) }, wanted: oneOf(list.map(String)) },
    {
      read(value, view) {
        const found = list.find((each) => each === value);
        if (found !== undefined) view[field] = found;
        return found !== undefined;
      },
      print: (view, usual) => (view[field] !== null && view[field] !== usual[field] && list.includes(view[field]) ? String(view[field]) : null),
    },
  );
}

type NumberField = { [Field in keyof View]: View[Field] extends number | null ? Field : never }[keyof View];

/** A number within bounds, in any digits; `whole` or to two places. */
export function number(field: NumberField, words: Words, { least, most, whole }: { least: number; most: number; whole: boolean }): Parameter {
  return single(
    words,
    {
      schema: { type: whole ? "integer" : "number", minimum: least, maximum: most },
      wanted: (texts) => (whole ? texts.wholeNumber(least, most) : texts.number(least, most)),
    },
    {
      read(value, view) {
        const digits = value.normalize("NFKC");
        const found = /^\d{1,7}(?:\.\d+)?$/.test(digits) ? Number(digits) : NaN;
        const fits = found >= least && found <= most && (!whole || Number.isInteger(found));
        if (fits) view[field] = Math.round(100 * found) / 100;
        return fits;
      },
      print: (view, usual) => (view[field] === null || view[field] === usual[field] ? null : String(view[field])),
    },
  );
}

type FlagField = { [Field in keyof View]: View[Field] extends boolean ? Field : never }[keyof View];

/** What is on by 1, and off by 0 and unasked. */
export function flag(field: FlagField, words: Words): Parameter {
  const values = ["0", "1"];
  return single(
    words,
    { schema: { type: "string", enum: values }, wanted: oneOf(values) },
    {
      read(value, view) {
        view[field] = value === "1";
        return values.includes(value);
      },
      print: (view) => (view[field] ? "1" : null),
    },
  );
}

interface SingleRule {
  /** Takes a value into a view, and answers whether it could be read. */
  read(value: string, view: View): boolean;
  print(view: View, usual: View): string | null;
}

/** A parameter that is given once; of several values the first counts. */
export function single(words: Words, kind: Pick<Parameter, "schema" | "wanted">, rule: SingleRule): Parameter {
  return {
    repeats: false,
    baked: "filter",
    ...kind,
    ...words,
    read: ([value], view) => (value === undefined || rule.read(value, view) ? [] : [value]),
    print(view, usual) {
      const value = rule.print(view, usual);
      return value === null ? [] : [value];
    },
  };
}

type TextField = { [Field in keyof View]: string | null extends View[Field] ? Field : never }[keyof View];

/** Any text, or one of the words' schema, taken as it is; `wanted` as `Parameter` has it. */
export function anyText(field: TextField, words: Words, wanted: Refusal): Parameter {
  return single(
    words,
    { schema: ANY_TEXT, wanted },
    {
      read(value, view) {
        view[field] = value;
        return true;
      },
      print: (view) => view[field],
    },
  );
}

function oneOf(list: readonly string[]): Refusal {
  return (texts) => texts.oneOf(list);
}
