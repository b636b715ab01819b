import { CHART_NAMES } from "@/lib/charts/registry";
import { ja } from "@/lib/texts/ja";
import { LANGUAGES } from "@/lib/texts/language";
import { ANY_TEXT, choice, flag, number, type Parameter, single } from "./parameter";
import {
  COUNTED_UNITS,
  DIRECTIONS,
  FATES,
  GROUPINGS,
  HEADERS,
  LEVELS,
  MEASURES,
  MOVES,
  PICTURE_SIZES,
  SEARCH_SCOPES,
  SORT_KEYS,
  THEMES,
  usualDirection,
} from "./view";

/** Characters of a text that a reader looks for. */
export const LONGEST_TEXT = 200;

/** Widths in pixels that a chart is laid out for, and how many image pixels each of them may become. */
export const WIDTH_RANGE = { least: 280, most: 1600 } as const;
const SCALE_RANGE = { least: 1, most: 3 } as const;

/** Pixels of room that another site may say, to oEmbed, that it has for a frame. */
export const OEMBED_SIZES = { maxwidth: { minimum: WIDTH_RANGE.least, maximum: 99_999 }, maxheight: { minimum: 80, maximum: 99_999 } } as const;

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
  return single(
    { name: field, label, description: `${label}（資料の記号）。none は評価未掲載。`, example: field === "before" ? "A" : "B", baked: "always" },
    { schema: ANY_TEXT, wanted: "文字列" },
    {
      read(value, view) {
        view[field] = value;
        return true;
      },
      print: (view) => view[field],
    },
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
  { schema: { type: "string", enum: [...DIRECTIONS] }, wanted: "asc・descのどれか" },
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
  { schema: ANY_TEXT, wanted: "文字列" },
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
export const THEME = choice(
  "theme",
  { name: "theme", label: "色", description: "auto は読む人の設定に合わせる（SVGとPNGは明るい色）。", example: "dark", baked: "always", looks: true },
  THEMES,
);
export const LANGUAGE = choice(
  "language",
  {
    name: "lang",
    label: "言語",
    description: "図の言葉。ja は日本語、en は英語。名称と資料の本文は、どちらでも資料のまま。",
    example: "en",
    baked: "always",
    looks: true,
  },
  LANGUAGES,
);
export const HEADER = choice(
  "header",
  {
    name: "header",
    label: "見出し",
    description: "CSVとExcelの1行目の見出し。ja は日本語、en は英語。指定がなければ、プログラムで使う列の名前（name）。",
    example: "ja",
    baked: "always",
    looks: true,
  },
  HEADERS,
);
export const WIDTH = number(
  "width",
  { name: "width", label: "幅", description: "ピクセルでの幅。指定がなければ、置いた場所に合わせる。", example: "640", baked: "always", looks: true },
  { ...WIDTH_RANGE, whole: true },
);
export const SCALE = number(
  "scale",
  { name: "scale", label: "倍率", description: "画像（PNG）の倍率。", example: "2", baked: "always", looks: true },
  { ...SCALE_RANGE, whole: false },
);

export const TITLE = single(
  {
    name: "title",
    label: "題名",
    description: "0 で、枠の中の図が題名を見せない。置いたページに見出しがあるときに使う。題名は、読み上げには残る。出典は消えない。",
    example: "0",
    baked: "never",
    looks: true,
  },
  { schema: { type: "string", enum: ["0", "1"] }, wanted: "0・1のどれか" },
  {
    read(value, view) {
      view.title = value !== "0";
      return value === "0" || value === "1";
    },
    print: ({ title }) => (title ? null : "0"),
  },
);
export const RESIZE = flag("resize", {
  name: "resize",
  label: "高さの通知",
  description: "1 で、枠の中の図が、置いたページの /embed/v1.js に自分の高さを伝える。スクリプトのないページでは fit=1 と同じになる。",
  example: "1",
  baked: "always",
  looks: true,
});
export const FIT = flag("fit", {
  name: "fit",
  label: "枠に収める",
  description: "1 で、図を枠の大きさに合わせて縮め、枠の外にはみ出さないようにする。",
  example: "1",
  baked: "never",
  looks: true,
});

export const SIZE = choice(
  "size",
  {
    name: "size",
    label: "形",
    description: "画像（PNG）の形。og は1200×630、16x9 は1920×1080、square は1080×1080で、width と scale は使わない。指定がなければ、図に合わせる。",
    example: "og",
    looks: true,
  },
  PICTURE_SIZES,
);

export const GOAL = single(
  {
    name: "goal",
    label: "図のそばに示す重点目標",
    description: "図のそばに示す重点目標の識別子（goal_id の値）。",
    example: "2025-policy-promotion-4",
    baked: "never",
    looks: true,
  },
  { schema: ANY_TEXT, wanted: "重点目標の識別子" },
  {
    read(value, view) {
      view.goal = value;
      return true;
    },
    print: ({ goal }) => goal,
  },
);

/** The goal that a chart of one goal shows. */
export const ID = single(
  { name: "id", label: "重点目標", description: "重点目標の識別子（goal_id の値）。", example: "2025-policy-promotion-4", baked: "always", required: true },
  { schema: ANY_TEXT, wanted: "重点目標の識別子" },
  {
    read(value, view) {
      view.goal = value;
      return true;
    },
    print: ({ goal }) => goal,
  },
);

export const DATASET = single(
  {
    name: "dataset",
    label: "データ版",
    description: "データ版の識別子。指定すると、その版の内容がいつまでも変わらずに得られる。先頭の8文字以上で一つに決まれば、それでもよい。",
    example: "0".repeat(64),
    baked: "always",
    looks: true,
  },
  { schema: { type: "string", pattern: "^[0-9a-f]{8,64}$" }, wanted: "データ版の識別子" },
  {
    read(value, view) {
      view.dataset = value;
      return true;
    },
    print: ({ dataset }) => dataset,
  },
);
