import { LINK_KINDS } from "@/lib/domain/continuing";
import { findFiscalYear } from "@/lib/domain/fiscal-year";
import { municipalityId } from "@/lib/domain/identifier";
import { ja } from "@/lib/texts/ja";
import { ANY_TEXT, anyText, choices, type Parameter, single, text } from "./parameter";
import { STATUSES } from "./view";

/** The municipality, by its name or by its id in addresses; a place has the site's own unasked. */
export const MUNICIPALITY = single(
  {
    name: "municipality",
    label: "自治体",
    description: "自治体の名前、または識別子に付く m で始まる記号。指定がなければ、このサイトの自治体。",
    example: "柏原市",
    baked: "scope",
  },
  { schema: ANY_TEXT, wanted: (texts) => texts.municipality },
  {
    read(value, view) {
      view.filter.municipalities = [identifyMunicipality(value)];
      return true;
    },
    print: ({ filter }) => filter.municipalities?.[0] ?? null,
  },
);

/** Several of them, in the order in which they are shown. */
export const MUNICIPALITIES: Parameter = {
  ...MUNICIPALITY,
  description: "自治体の名前、または識別子に付く m で始まる記号。示す順に並べる。指定がなければ、一覧の順にすべて。",
  repeats: true,
  read(values, view) {
    if (values.length > 0) view.filter.municipalities = [...new Set(values.map(identifyMunicipality))];
    return [];
  },
  print: ({ filter }) => [...(filter.municipalities ?? [])],
};

function identifyMunicipality(value: string): string {
  return /^m[0-9a-z]{8}$/.test(value) ? value : municipalityId(value.normalize("NFC"));
}

/** 2025, 令和7, 令和7年度, R7: what of a year addresses hold, in full or half width. */
const YEAR_PATTERN = "^(?:(?:19|20)[0-9]{2}|(?:令和|平成|昭和|[RHSrhs])(?:元|[1-9][0-9]?))(?:年度?)?$";

export const YEAR: Parameter = {
  name: "year",
  label: ja.controls.year,
  description: "西暦または和暦（2025、２０２５、令和7、R7）。継続では、元か続きの年度。",
  example: "令和7",
  repeats: true,
  schema: { type: "string", pattern: YEAR_PATTERN },
  wanted: (texts) => texts.year,
  baked: "scope",
  read(values, view) {
    const years = [...new Set(values.map(parseYear))];
    const found = years.filter((year) => year !== null).sort((a, b) => a - b);
    if (found.length > 0) view.filter.fiscalYears = found;
    return values.filter((value) => parseYear(value) === null);
  },
  print: ({ filter }) => (filter.fiscalYears ?? []).map(String),
};

/** The same where each municipality has its own year unasked. */
export const OWN_YEAR: Parameter = {
  ...YEAR,
  description: "西暦または和暦（2025、２０２５、令和7、R7）。指定がなければ、市町村ごとに評価のあるいちばん新しい年度。",
};

/** A year of its own, which a place follows something from, or to. */
function year(
  field: "from" | "to" | "carried",
  words: Pick<Parameter, "name" | "label" | "description" | "example"> & Partial<Pick<Parameter, "baked" | "looks">>,
): Parameter {
  return single(
    { baked: "always", ...words },
    { schema: YEAR.schema, wanted: YEAR.wanted },
    {
      read(value, view) {
        const found = parseYear(value);
        if (found !== null) view[field] = found;
        return found !== null;
      },
      print: (view) => (view[field] === null ? null : String(view[field])),
    },
  );
}

export const FROM = year("from", {
  name: "from",
  label: "前の年度",
  description: "どの年度から続くか。指定がなければ、いちばん古い年度。達成度の動きの図では、評価を比べられる年度があればその年度。",
  example: "令和3",
  baked: "page",
});
export const TO = year("to", {
  name: "to",
  label: "後の年度",
  description: "どの年度まで続くか。指定がなければ、評価のあるいちばん新しい年度。",
  example: "令和7",
});

/** Beside all that a chart can be asked for, so that a static copy holds it as it holds a filter. */
export const CARRIED = year("carried", {
  name: "carried",
  label: "濃く示す続き",
  description: "その年度から続く目標だけを濃く、ほかを薄く示す。指定がなければ、いちばん古い年度から続く目標に印だけを付ける。",
  example: "令和3",
  baked: "filter",
  looks: true,
});

export const FOCUS = anyText(
  "focus",
  {
    name: "focus",
    label: "濃く示すもの",
    description:
      "重点目標の識別子（goal_id の値。継続の図では具体的取組の識別子も）か、達成度の記号（none は評価未掲載。達成度を数える図と、達成度の動きの図）。それを濃く、ほかを薄く示す。継続の図と年度別の図では、それと継続でつながるものも濃く示す。",
    example: "C",
    baked: "never",
    looks: true,
  },
  ({ focus }) => focus,
);

function parseYear(value: string): number | null {
  const year = value.normalize("NFKC").trim();
  return new RegExp(YEAR_PATTERN).test(year) ? (findFiscalYear(`${year.replace(/年度?$/, "")}年度`)?.year ?? null) : null;
}

export const DEPARTMENT = text("departments", {
  name: "department",
  label: ja.controls.department,
  description: "部の識別子（department_id の値）。",
  example: "policy-promotion",
  baked: "scope",
});

export const AREA = text("policyAreas", {
  name: "area",
  label: ja.field.policyArea,
  description: "分野の名前。none は分野の記載がないもの。継続では、元か続きの分野。",
  example: "防災",
});

export const POLICY_GOAL = text("policyGoals", {
  name: "policy-goal",
  label: ja.field.policyGoal,
  description: "目標の名前。none は記載がないもの。",
  example: "安全で安心して健やかに暮らせるまち",
});

export const UNIT = text("responsibleUnits", {
  name: "unit",
  label: ja.field.responsibleUnit,
  description: "室・課の名前。none は記載がないもの。initiatives では、その室・課の取組だけになる。",
  example: "危機管理課",
});

export const RATING = text("ratings", {
  name: "rating",
  label: ja.field.targetRating,
  description: "重点目標の達成度（全体の達成度、ないときは一覧表の達成度）。none は達成度がないもの。",
  example: "C",
});

export const TARGET_RATING = text("targetRatings", {
  name: "target-rating",
  label: "達成目標の達成度",
  example: "A",
  description: "その達成度の達成目標がある重点目標。none は達成度がないもの。targets では、その達成度の達成目標だけになる。",
});

export const KIND = choices("kinds", { name: "kind", label: "関係", description: "続き方。", example: "continued" }, LINK_KINDS);

export const STATUS = choices(
  "statuses",
  { name: "status", label: "確認の状態", description: "つながりの確認の状態。終了と新規の行は状態を持たない。", example: "proposed" },
  STATUSES,
);

/** The parameters that filter goals, in the order in which addresses print them. */
export const GOAL_FILTERS = [MUNICIPALITY, YEAR, DEPARTMENT, AREA, POLICY_GOAL, UNIT, RATING, TARGET_RATING] as const;
