import { DARK, LIGHT, type Palette } from "./palette";

/** `auto` follows the reader's system. */
export type Theme = "auto" | "light" | "dark";

/** Fonts of drawings; the first is the one that images are drawn with. */
export const FONTS = "'Noto Sans JP','Hiragino Sans','Noto Sans CJK JP','Yu Gothic',Meiryo,sans-serif";

/** What does not depend on colours. Only selectors and properties that plain SVG renderers know, too. */
const SHAPES = `.chart-name,.mark text,.ribbon-year,.ribbon-department,.strong{font-weight:700}
.mark-e .mark-box{stroke-width:2}.mark-none .mark-box{stroke-width:1.5}.mark-stripe{stroke-width:3}
.ribbon-title,.ribbon-note{stroke-width:3px;stroke-linejoin:round;paint-order:stroke}.ribbon-area{fill:none}
.bar-new,.bar-hatch{stroke-width:2}.bar-ended{stroke-width:1.5}.bar-cap{stroke-width:3}.ribbon-edge{fill:none;stroke-width:1.5}
.status-proposed .ribbon-edge{stroke-dasharray:7 4}.status-added .ribbon-edge{stroke-dasharray:0 4.5;stroke-linecap:round;stroke-width:2.5}
.kind-related .ribbon-fill{fill:none}`;

/**
 * Style sheet of the drawings for a theme, with colours written out, so that it works inside a lone SVG file and in
 * renderers without custom properties.
 */
export function drawingStyle(theme: Theme): string {
  if (theme === "dark") return minify(SHAPES + colours(DARK));
  const light = SHAPES + colours(LIGHT);
  return minify(theme === "light" ? light : `${light}@media (prefers-color-scheme:dark){${colours(DARK)}}`);
}

function colours(p: Palette): string {
  const ratings = (["a", "b", "c", "d"] as const).map((tone) => `.mark-${tone} .mark-box{fill:${p[`rating-${tone}`]}}`).join("");
  return `text{fill:${p.ink}}.paper{fill:${p.paper}}.chart-year,.chart-note,.ribbon-note,.soft{fill:${p["ink-soft"]}}.chart-rule{stroke:${p.rule}}
.mark text{fill:${p["rating-ink"]}}${ratings}.mark-e .mark-box,.mark-none .mark-box{fill:${p.paper}}.mark-e .mark-box{stroke:${p["rating-e"]}}
.mark-stripe{stroke:${p.rule}}.mark-none .mark-box{stroke:${p["rule-strong"]}}.mark-e text,.mark-none text{fill:${p.ink}}
.ribbon-title,.ribbon-note{stroke:${p.paper}}.ribbon-body{fill:${p.surface}}.bar-on{fill:${p["fate-on"]}}.bar-new{fill:${p.paper};stroke:${p["fate-on"]}}
.bar-ended,.bar-hatch,.bar-cap{stroke:${p["fate-off"]}}.ribbon-fill{fill:${p.flow};fill-opacity:${p["flow-opacity"]}}
.ribbon-edge{stroke:${p.flow}}.kind-related .ribbon-edge{stroke:${p["fate-off"]}}`;
}

/** Style sheet of an embedded page around its drawings. */
export function pageStyle(theme: Theme): string {
  const surface = (p: Palette) =>
    `:root{color-scheme:${p === DARK ? "dark" : "light"};background:${p.paper};color:${p.ink}}a,summary{color:${p.link}}.source,.newer{color:${p["ink-soft"]}}th,td{border-color:${p.rule}}:focus-visible{outline-color:${p.focus}}`;
  const themed = theme === "dark" ? surface(DARK) : theme === "light" ? surface(LIGHT) : `${surface(LIGHT)}@media (prefers-color-scheme:dark){${surface(DARK)}}`;
  return minify(`html{font:16px/1.7 ${FONTS};line-break:strict;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
body{margin:0;padding:.5rem;container-type:inline-size}h1{font-size:1.125rem;line-height:1.5;margin:0;word-break:auto-phrase}p{margin:.5rem 0 0}
svg{display:block;max-width:100%;height:auto;margin-top:.75rem;overflow:visible}svg text{font-family:inherit}.scroll{overflow-x:auto}.scroll svg{max-width:none}
.narrow{display:block}.wide{display:none}@container (min-width:36rem){.narrow{display:none}.wide{display:block}}
details{margin-top:.5rem}summary{cursor:pointer}table{border-collapse:collapse;font-size:.875rem;line-height:1.5;margin-top:.5rem}
th,td{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0;border-bottom:1px solid;font-weight:400}thead th{font-weight:700;border-bottom-width:2px}
.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}.source,.newer{font-size:.8125rem}.links a{white-space:nowrap;margin-right:.75em}
:focus-visible{outline:3px solid;outline-offset:2px}svg a:focus-visible{outline-width:2px}a:focus-visible{border-radius:2px}
${themed}@media print{.links{display:none}details::details-content{content-visibility:visible;block-size:auto}svg *{print-color-adjust:exact}}
@media (forced-colors:active){text{fill:CanvasText}.mark-box{fill:Canvas;stroke:CanvasText}.mark text{fill:CanvasText}.ribbon-title,.ribbon-note{stroke:Canvas}.bar-on{fill:CanvasText}.bar-new{fill:Canvas;stroke:CanvasText}.bar-ended,.bar-cap,.bar-hatch,.ribbon-edge{stroke:CanvasText}.ribbon-fill{fill:none}}`);
}

function minify(css: string): string {
  return css.replaceAll("\n", "");
}
