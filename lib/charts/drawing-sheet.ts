import { DRAWING_RULES, type DrawingRule, FORCED_RULES } from "./drawing-style";

/** What the site's pages add to their drawings: what is pointed at, what has the focus, and what belongs to it. */
const POINTING_RULES: readonly DrawingRule[] = [
  [".mark .mark-box,.cell .mark-box,.bar-on,.ribbon-fill,.change-band", { "print-color-adjust": "exact" }],
  ["a.mark:hover .mark-box,a.cell:hover .mark-box", { stroke: "--ink", "stroke-width": "2" }],
  [".ribbon-node .ribbon-area", { "pointer-events": "all" }],
  [".ribbon-flow:hover .ribbon-fill", { "fill-opacity": "0.4" }],
  [".ribbon-node:hover .ribbon-title", { "text-decoration": "underline" }],
  ["a.change:hover .change-label", { "text-decoration": "underline" }],
  ["svg:has(a.change:hover) .change:not(:hover)", { opacity: "0.25" }],
  [".chart-cursor", { fill: "--surface" }],
  ["svg a,svg a:hover,svg a:focus-visible", { "text-decoration": "none", outline: "none", "box-shadow": "none" }],
  [
    "a.mark:focus-visible .mark-box,a.cell:focus-visible .mark-box,a:focus-visible .ribbon-area,a:focus-visible .ribbon-fill",
    { stroke: "--focus", "stroke-width": "3", "paint-order": "stroke" },
  ],
  ["a.change:focus-visible .change-area", { stroke: "--focus", "stroke-opacity": "1", "stroke-width": "7" }],
  ["a.change:focus-visible .change-band", { stroke: "--focus", "stroke-width": "3", "stroke-dasharray": "none" }],
  // Pointing at anything of a lineage, or at a rating of the legend, brings all of it out.
  [".lineage", { transition: "opacity 120ms" }],
  ["svg:has(.lineage:hover) .lineage:not(:hover),svg:has(.lineage :focus-visible):not(:has(.lineage:hover)) .lineage:not(:focus-within)", { opacity: "0.18" }],
  [
    ["a", "b", "c", "d", "e", "none"]
      .map(
        (tone) =>
          `figure:has([data-legend="${tone}"]:hover,[data-legend="${tone}"] [aria-pressed="true"]) :is(.mark:not(.mark-${tone}),.cell .mark-box:not(.box-${tone}),.cell text:not(.on-${tone})${tone === "e" ? "" : ",.cell .mark-stripes"})`,
      )
      .join(","),
    { opacity: "0.25" },
  ],
];

const FORCED_POINTING_RULES: readonly DrawingRule[] = [
  [
    "a.mark:focus-visible .mark-box,a:focus-visible .ribbon-area,a:focus-visible .ribbon-fill,a.change:focus-visible .change-area,a.change:focus-visible .change-band",
    { stroke: "Highlight" },
  ],
];

/** The site's style sheet for its drawings, in the site's colour tokens: all of app/drawing.css. */
export function printDrawingSheet(): string {
  return `/* Made from lib/charts/drawing-style.ts and drawing-sheet.ts; test/charts/drawing-sheet.test.ts writes it anew with -u. */
${printRules([...DRAWING_RULES, ...POINTING_RULES])}
@media (prefers-reduced-motion: reduce) {
  .lineage { transition: none }
}
@media (forced-colors: active) {
${printRules([...FORCED_RULES, ...FORCED_POINTING_RULES])}
}
`;
}

/** Class names that only drawings carry, which the sheet has rules for. */
export function listDrawingClasses(): string[] {
  return [...new Set([...DRAWING_RULES, ...POINTING_RULES].flatMap(([selectors]) => selectors.match(/\.[a-z][\w-]*/g) ?? []))].map((name) => name.slice(1));
}

function printRules(rules: readonly DrawingRule[]): string {
  return rules
    .map(
      ([selectors, set]) =>
        `${selectors} { ${Object.entries(set)
          .map(([property, value]) => `${property}: ${toToken(value)}`)
          .join("; ")} }`,
    )
    .join("\n");
}

function toToken(value: string): string {
  return value.startsWith("--") ? `var(--color-${value.slice(2)})` : value;
}
