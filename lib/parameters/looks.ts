import { LANGUAGES } from "@/lib/texts/language";
import { choice, flag, number, single } from "./parameter";
import { HEADERS, PICTURE_SIZES, THEMES } from "./view";

/** Widths in pixels that a chart is laid out for, and how many image pixels each of them may become. */
export const WIDTH_RANGE = { least: 280, most: 1600 } as const;
/** Heights in pixels that a chart may be asked to keep to. */
export const HEIGHT_RANGE = { least: 200, most: 2000 } as const;
const SCALE_RANGE = { least: 1, most: 3 } as const;

/** Pixels of room that another site may say, to oEmbed, that it has for a frame. */
export const OEMBED_SIZES = { maxwidth: { minimum: WIDTH_RANGE.least, maximum: 99_999 }, maxheight: { minimum: 80, maximum: 99_999 } } as const;

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
export const HEIGHT = number(
  "height",
  {
    name: "height",
    label: "高さ",
    description:
      "ピクセルでの高さ。枠の中では、図が縮んでこの高さに収まる。画像（SVGとPNG）では、大きさがこの通りになり、縮めると読めない図は文だけを示す。指定がなければ、図に合わせる。",
    example: "400",
    baked: "never",
    looks: true,
  },
  { ...HEIGHT_RANGE, whole: true },
);
export const SCALE = number(
  "scale",
  { name: "scale", label: "倍率", description: "画像（PNG）の倍率。", example: "2", baked: "always", looks: true },
  { ...SCALE_RANGE, whole: false },
);
export const SIZE = choice(
  "size",
  {
    name: "size",
    label: "形",
    description: "画像（PNG）の形。og は1200×630、16x9 は1920×1080、square は1080×1080で、width・height・scale は使わない。指定がなければ、図に合わせる。",
    example: "og",
    looks: true,
  },
  PICTURE_SIZES,
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
  { schema: { type: "string", enum: ["0", "1"] }, wanted: (texts) => texts.oneOf(["0", "1"]) },
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
