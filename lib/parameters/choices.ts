import { CHART_NAMES } from "@/lib/charts/registry";
import { ja } from "@/lib/texts/ja";
import { ANY_TEXT, anyText, choice, number, type Parameter, single } from "./parameter";
import { COUNTED_UNITS, DIRECTIONS, FATES, GROUPINGS, LEVELS, MEASURES, MOVES, SEARCH_SCOPES, SORT_KEYS, usualDirection } from "./view";

/** Characters of a text that a reader looks for. */
export const LONGEST_TEXT = 200;

export const OF_WORDS = { name: "of", label: ja.controls.counted, description: "数えるもの。", example: "targets" };
export const MEASURE_WORDS = {
  name: "measure",
  label: ja.controls.measure,
  description: "件数か、評価のあるものに占める割合か。",
  example: "share",
  looks: true,
} as const;
export const BY_WORDS = {
  name: "by",
  label: ja.controls.grouping,
  description: "行の分け方。指定がなければ、一つの年度に複数の部があるときは部、ほかは分野。",
  example: "department",
  looks: true,
} as const;

export const OF = choice("of", OF_WORDS, COUNTED_UNITS);
export const MEASURE = choice("measure", MEASURE_WORDS, MEASURES);
export const BY = choice("by", BY_WORDS, GROUPINGS);
export const LEVEL = choice(
  "level",
  { name: "level", label: "対象", description: "重点目標どうし（goal）か、具体的取組どうし（initiative）か。", example: "goal" },
  LEVELS,
);
export const FATE = choice(
  "fate",
  {
    name: "fate",
    label: "続き",
    description: "continuing は続くもの（候補を含む）、ended は後継が見当たらないもの、new は前の年度にないもの。",
    example: "ended",
  },
  FATES,
);
export const MOVE = choice(
  "move",
  {
    name: "move",
    label: "達成度の動き",
    description: "続く重点目標のうち、達成度が up は上がった、same は変わらない、down は下がった、outside は順序の外との出入りがあるもの。",
    example: "down",
  },
  MOVES,
);
/** A rating of its own, which what is followed had in the first year, or has in the later one. */
function rating(field: "before" | "after", label: string): Parameter {
  return anyText(
    field,
    { name: field, label, description: `${label}（資料の記号）。none は評価未掲載。`, example: field === "before" ? "A" : "B", baked: "always" },
    (texts) => texts.anyText,
  );
}

export const BEFORE = rating("before", "前の年度の達成度");
export const AFTER = rating("after", "後の年度の達成度");
export const SORT = choice("sort", { name: "sort", label: "並べ方", description: "並べる項目。", example: "rating", baked: "never", looks: true }, SORT_KEYS);

export const DIRECTION = single(
  {
    name: "direction",
    label: "向き",
    description: "asc は小さい順、desc は大きい順。年度は新しい順、ほかは小さい順が基本。",
    example: "asc",
    baked: "never",
    looks: true,
  },
  { schema: { type: "string", enum: [...DIRECTIONS] }, wanted: (texts) => texts.oneOf(DIRECTIONS) },
  {
    read(value, view) {
      const found = DIRECTIONS.find((each) => each === value);
      if (found) view.direction = found;
      return found !== undefined;
    },
    print: ({ sort, direction }) => (direction === null || direction === usualDirection(sort) ? null : direction),
  },
);

export const QUERY = single(
  { name: "q", label: "さがす言葉", description: "さがす言葉。", example: "防災", baked: "never" },
  { schema: ANY_TEXT, wanted: (texts) => texts.anyText },
  {
    read(value, view) {
      view.q = value.slice(0, LONGEST_TEXT);
      return true;
    },
    print: ({ q }) => (q === "" ? null : q),
  },
);

export const WITHIN = choice(
  "within",
  { name: "within", label: "範囲", description: "この自治体だけか、すべての自治体か。", example: "all", baked: "never" },
  SEARCH_SCOPES,
);
export const PAGE = number(
  "page",
  { name: "page", label: "ページ", description: "一覧の何ページ目か。", example: "2", baked: "always" },
  { least: 1, most: 999_999, whole: true },
);
export const CHART = choice("chart", { name: "chart", label: "図", description: "引用する図。", example: "headline", baked: "always" }, CHART_NAMES);

export const GOAL = anyText(
  "goal",
  {
    name: "goal",
    label: "図のそばに示す重点目標",
    description: "図のそばに示す重点目標の識別子（goal_id の値）。",
    example: "2025-policy-promotion-4",
    baked: "never",
    looks: true,
  },
  ({ goal }) => goal,
);

/** The goal that a chart of one goal shows. */
export const ID = anyText(
  "goal",
  { name: "id", label: "重点目標", description: "重点目標の識別子（goal_id の値）。", example: "2025-policy-promotion-4", baked: "always", required: true },
  ({ goal }) => goal,
);

export const DATASET = anyText(
  "dataset",
  {
    name: "dataset",
    label: "データ版",
    description: "データ版の識別子。指定すると、その版の内容がいつまでも変わらずに得られる。先頭の8文字以上で一つに決まれば、それでもよい。",
    example: "0".repeat(64),
    baked: "always",
    looks: true,
    schema: { type: "string", pattern: "^[0-9a-f]{8,64}$" },
  },
  ({ dataset }) => dataset,
);
