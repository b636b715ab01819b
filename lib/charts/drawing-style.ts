import { DARK, LIGHT, type Palette } from "./palette";

/** `auto` follows the reader's system. */
export type Theme = "auto" | "light" | "dark";

/** Fonts of drawings; the first is the one that images are drawn with. */
export const FONTS = "'Noto Sans JP','Hiragino Sans','Noto Sans CJK JP','Yu Gothic',Meiryo,sans-serif";

/**
 * What is drawn how: selectors, each a tag or a class name with at most one class of an ancestor before it, and what
 * they set, where `--ink` is that colour of the palette. A later rule wins. Only properties that plain SVG renderers
 * know. The site's sheet (app/drawing.css), embedded pages and pictures are all made from it.
 */
export type DrawingRule = readonly [selectors: string, declarations: Readonly<Record<string, string>>];

export const DRAWING_RULES: readonly DrawingRule[] = [
  ["text", { fill: "--ink" }],
  [".paper", { fill: "--paper" }],
  [".chart-name,.mark text,.cell text,.ribbon-year,.ribbon-department,.strong", { "font-weight": "700" }],
  [".chart-year,.chart-note,.ribbon-note,.soft", { fill: "--ink-soft" }],
  [".chart-rule", { stroke: "--rule" }],
  [".removed", { fill: "--ink-soft", "text-decoration": "line-through" }],
  [".added", { "text-decoration": "underline" }],
  [".shared", { "font-weight": "700" }],
  [".chart-axis", { stroke: "--rule-strong" }],
  [".chart-gap", { stroke: "--rule-strong", "stroke-dasharray": "1.5 4.5", "stroke-linecap": "round", "stroke-width": "1.5" }],
  [".mark text,.cell text", { fill: "--rating-ink" }],
  [".mark-a .mark-box,.box-a", { fill: "--rating-a" }],
  [".mark-b .mark-box,.box-b", { fill: "--rating-b" }],
  [".mark-c .mark-box,.box-c", { fill: "--rating-c" }],
  [".mark-d .mark-box,.box-d", { fill: "--rating-d" }],
  [".mark-e .mark-box,.box-e", { fill: "--paper", stroke: "--rating-e", "stroke-width": "2" }],
  [".mark-none .mark-box,.box-none", { fill: "--paper", stroke: "--rule-strong", "stroke-width": "1.5" }],
  [".mark-stripe", { stroke: "--rule", "stroke-width": "3" }],
  [".mark-e text,.mark-none text,.cell .on-e,.cell .on-none", { fill: "--ink" }],
  [".carried", { fill: "--fate-on" }],
  [".go", { fill: "--link", "text-decoration": "underline" }],
  [".veil", { fill: "--paper", "fill-opacity": "0.72", "pointer-events": "none" }],
  [".ribbon-title,.ribbon-note", { stroke: "--paper", "stroke-width": "3", "stroke-linejoin": "round", "paint-order": "stroke" }],
  [".ribbon-area", { fill: "none" }],
  [".ribbon-body", { fill: "--surface" }],
  [".bar-on", { fill: "--fate-on" }],
  [".bar-new", { fill: "--paper", stroke: "--fate-on", "stroke-width": "2" }],
  [".bar-ended,.bar-hatch,.bar-cap", { stroke: "--fate-off" }],
  [".bar-ended", { "stroke-width": "1.5" }],
  [".bar-hatch", { "stroke-width": "2" }],
  [".bar-cap", { "stroke-width": "3" }],
  [".ribbon-fill", { fill: "--flow", "fill-opacity": "0.2" }],
  [".ribbon-edge", { fill: "none", stroke: "--flow", "stroke-width": "1.5" }],
  [".status-proposed .ribbon-edge", { "stroke-dasharray": "7 4" }],
  [".status-added .ribbon-edge", { "stroke-dasharray": "0 4.5", "stroke-linecap": "round", "stroke-width": "2.5" }],
  [".kind-related .ribbon-fill", { fill: "none" }],
  [".change-area", { fill: "none", stroke: "--paper", "stroke-opacity": "0", "stroke-width": "12" }],
  [".change-line", { fill: "none", "stroke-width": "2" }],
  [".change-band", { "stroke-width": "1" }],
  [".change-line,.change-band", { stroke: "--rule-strong", "stroke-linejoin": "round" }],
  [".change-dot", { fill: "--rule-strong" }],
  [".change-label", { stroke: "--paper", "stroke-width": "3", "stroke-linejoin": "round", "paint-order": "stroke" }],
  [".change-loose .change-line", { "stroke-dasharray": "0 4.5", "stroke-linecap": "round" }],
  [".change-loose .change-band", { fill: "--rule", "fill-opacity": "0.45", stroke: "none" }],
  [".change-same .change-band", { fill: "--rule-strong", "fill-opacity": "0.35" }],
  [".change-up .change-line,.change-up .change-band", { stroke: "--fate-on" }],
  [".change-up .change-line", { "stroke-width": "3" }],
  [".change-up .change-band", { fill: "--fate-on", "fill-opacity": "0.55" }],
  [".change-up .change-dot", { fill: "--fate-on" }],
  [".change-down .change-line,.change-down .change-band,.change-hatch", { stroke: "--rating-d" }],
  [".change-down .change-line", { "stroke-dasharray": "8 4", "stroke-width": "2.5" }],
  [".change-down .change-dot", { fill: "--rating-d" }],
  [".change-hatch", { "stroke-width": "2.5" }],
  [".kind-related .ribbon-edge", { stroke: "--fate-off" }],
  // What does not stand out: faint marks, and letters that can still be read.
  [".dim rect,.dim path,.dim line,.dim circle", { opacity: "0.22" }],
  [".dim text", { fill: "--fate-off" }],
];

/** Where the reader's system has colours of its own: what must be told apart keeps an edge. */
export const FORCED_RULES: readonly DrawingRule[] = [
  ["text,.mark text,.cell text,.cell .on-e,.cell .on-none,.dim text", { fill: "CanvasText" }],
  [".mark .mark-box,.cell .mark-box", { fill: "Canvas", stroke: "CanvasText" }],
  [".chart-axis,.chart-gap", { stroke: "CanvasText" }],
  [".carried", { fill: "CanvasText" }],
  [".veil", { fill: "Canvas" }],
  [".go", { fill: "LinkText" }],
  [".ribbon-title,.ribbon-note", { stroke: "Canvas" }],
  [".ribbon-body", { fill: "Canvas", stroke: "CanvasText", "stroke-width": "0.5" }],
  [".bar-on", { fill: "CanvasText" }],
  [".bar-new", { fill: "Canvas", stroke: "CanvasText" }],
  [".bar-ended,.bar-hatch,.bar-cap,.ribbon-edge", { stroke: "CanvasText" }],
  [".ribbon-fill", { fill: "none" }],
  [".change-line,.change-band,.change-hatch", { stroke: "CanvasText" }],
  [".change-up .change-band,.change-same .change-band,.change-dot", { fill: "CanvasText" }],
  [".change-label", { stroke: "Canvas" }],
];

/** Style sheet of the drawings in an embedded page, with colours written out, as it has no custom properties; printed, they are dark on white whatever the theme. */
export function drawingStyle(theme: Theme): string {
  const media = DARK_MEDIA[theme];
  return printRules(DRAWING_RULES, LIGHT) + (media ? darkStyle(media) : "");
}

/** Where a page of a theme is dark. */
const DARK_MEDIA: Record<Theme, string | null> = { light: null, dark: "screen", auto: "screen and (prefers-color-scheme:dark)" };

/** What a drawing for light changes where it is dark. */
function darkStyle(media: string): string {
  const coloured = DRAWING_RULES.map(
    ([selectors, set]): DrawingRule => [selectors, Object.fromEntries(Object.entries(set).filter(([, value]) => value.startsWith("--")))],
  );
  return `@media ${media}{${printRules(coloured, DARK)}}`;
}

/** What a drawing of a page changes where the reader's system has colours of its own; stands after `drawingStyle`. */
export function forcedStyle(): string {
  return `@media (forced-colors:active){${printRules(FORCED_RULES, LIGHT)}}`;
}

/** Rules as style sheet; a name of the palette becomes its colour. */
function printRules(rules: readonly DrawingRule[], palette: Palette): string {
  const print = (set: DrawingRule[1]) => Object.entries(set).map(([property, value]) => `${property}:${paint(value, palette)}`);
  return rules
    .map(([selectors, set]) => [selectors, print(set).join(";")])
    .filter(([, body]) => body)
    .map(([selectors, body]) => `${selectors}{${body}}`)
    .join("");
}

/** A value of a rule, in a palette's colours. */
export function paint(value: string, palette: Palette): string {
  return value.startsWith("--") ? palette[value.slice(2) as keyof Palette] : value;
}

/** What an embedded page has of the utilities that tables carry, as it has no others (a test holds that none is missing), and a link that only a keyboard meets. */
const TABLE_STYLE = `[role=region]{overflow-x:auto}.sr-only,.skip:not(:focus){position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.text-right{text-align:right;font-variant-numeric:tabular-nums}.whitespace-nowrap{white-space:nowrap}.min-w-\\[12em\\]{min-width:12em}.min-w-\\[7em\\]{min-width:7em}
.spoken{position:relative}.spoken::before,.spoken::after{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden;content:attr(data-from)}.spoken::after{content:attr(data-to)}`;

/** Style sheet of an embedded page around its drawings. */
export function pageStyle(theme: Theme): string {
  const surface = (p: Palette) =>
    `:root{color-scheme:${p === DARK ? "dark" : "light"};background:${p.paper};color:${p.ink}}a,summary{color:${p.link}}.source,.text-ink-soft{color:${p["ink-soft"]}}th,td{border-color:${p.rule}}:focus-visible{outline-color:${p.focus}}`;
  const media = DARK_MEDIA[theme];
  const themed = surface(LIGHT) + (media ? `@media ${media}{${surface(DARK)}}` : "");
  return minify(`html{font:100%/1.7 ${FONTS};line-break:strict;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
body{margin:0;padding:.5rem;container-type:inline-size}h1{font-size:1.125rem;line-height:1.5;margin:0;word-break:auto-phrase}p{margin:.5rem 0 0}
svg{display:block;max-width:100%;height:auto;margin-top:.75rem;overflow:visible}svg text{font-family:inherit}.scroll{overflow-x:auto}.scroll svg{max-width:none}
.narrow{display:block}.wide{display:none}@container (min-width:37rem){.narrow{display:none}.wide{display:block}}
details{margin-top:.5rem}summary{cursor:pointer}table{border-collapse:collapse;font-size:.875rem;line-height:1.5;margin-top:.5rem}
th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid;font-weight:400}thead th{font-weight:700;border-bottom-width:2px}
${TABLE_STYLE}.source{font-size:.875rem}.links a{white-space:nowrap;margin-right:.75em}.links span{display:inline-block}
:focus-visible{outline:3px solid;outline-offset:2px}svg a:focus-visible{outline-width:2px}a:focus-visible{border-radius:2px}
${themed}@media print{.links,.legend a,details:not([open]){display:none}.scroll svg{max-width:100%}svg *{print-color-adjust:exact}}`);
}

function minify(css: string): string {
  return css.replaceAll("\n", "");
}
