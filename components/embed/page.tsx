import { chartHref } from "@/lib/chart-urls";
import { drawingStyle, forcedStyle, pageStyle, type Theme } from "@/lib/charts/drawing-style";
import { CHARTS, type DescribedChart } from "@/lib/charts/registry";
import { FIT } from "@/lib/parameters/looks";
import type { View } from "@/lib/parameters/view";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { PlacedDrawing } from "../charts/chart-view";
import { LegendList } from "../charts/legend-list";
import { ChartTable, viewOf } from "../charts/registry";
import { type Preview, PreviewTags } from "./preview-tags";

interface EmbedPageProps {
  facts: DescribedChart;
  /** What it was asked for. Without a width there is one narrow and one wide drawing, of which the room chooses. */
  view: View;
  /** Addresses of the full page, of this chart's files, and of the newest version where this one is older. */
  links: { page: string; files: [label: string, href: string][]; newest: string | null; canonical: string; oembed: Record<"json" | "xml", string> };
  source: string;
  /** What has to be known before the chart is read; `null` as a rule. */
  notice?: string | null;
  /** Script that tells the page's height to the page that holds it; without one the page has no script at all. */
  script: string | null;
  preview?: Preview;
}

/** Widths that the two drawings of a page without a width of its own are laid out for: from 280 px, and from 576 px of room, where the wide one is drawn a little smaller. */
const WIDTHS = { narrow: 264, wide: 640 } as const;

/** Class of a page that is laid out to stand whole in its frame; the script takes it away where the frame grows. */
const FITTED = FIT.name;

/** Where the link that skips the drawing leads. */
const TABLE = "table";

/** Part of its height that a drawing keeps at least: its letters then have 7 px, and what does not fit is scrolled to. */
const LEAST_PART = 0.55;

/** How a page is laid out in a height that is given. */
interface Fitting {
  /** `frame`: the frame's; `until-asked`: the same until a script asks for the page's own; a number: so many pixels, whatever the frame. */
  height: "frame" | "until-asked" | number;
  drawings: readonly SizedDrawing[];
}

/** A page that stands whole in its frame: the drawing takes what the texts leave, as far as it can be read. */
function fitStyle({ height, drawings }: Fitting): string {
  const within = typeof height === "number" ? "" : `.${FITTED} `;
  const page = `${within}body{box-sizing:border-box;height:${within ? "100%" : `${height}px`}}${within}main{display:flex;flex-direction:column;height:100%}${within}main>*{flex:none}`;
  const rule = (name: string, least: string) => `${within}main>${name}{flex:0 1 auto;min-height:${least}}`;
  const own = drawings.filter(({ scrolls }) => !scrolls).map((drawing) => rule(`.${drawing.name}`, `${Math.round(LEAST_PART * drawing.height)}px`));
  // A frame of code has the height that it was advised, in which little is missing.
  return (within && `.${FITTED}{height:100%}`) + page + (height === "until-asked" ? rule("svg", "9rem") : own.join(""));
}

/** All style of an embedded page, as one text, so that its policy can name its hash. */
export function embedStyle(theme: Theme, fitting: Fitting | null = null): string {
  return `${pageStyle(theme)}.legend{display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.5rem 0 0;padding:0;list-style:none;font-size:.875rem}.legend li{display:flex;align-items:center;gap:.4rem}.legend svg{margin:0;flex:none;height:1.125rem;width:auto}svg{font-size:13px}${drawingStyle(theme)}${forcedStyle()}${fitting ? fitStyle(fitting) : ""}`;
}

/** A chart as a whole page to be held by other pages: no request beside its own, no script unless asked, its table one press away. */
export function EmbedPage({ facts, view, links, source, notice = null, script, preview }: EmbedPageProps) {
  const { theme, height, fit, resize } = view;
  const { embed } = chartTexts(facts.language);
  const legend = viewOf(facts).legend(facts.model, "l", (change) => chartHref(CHARTS[facts.name], { ...view, ...change }));
  const drawings = placeDrawings(facts, view);
  const asked = height ?? (fit ? "frame" : resize ? "until-asked" : null);
  return (
    <html lang={facts.language} className={typeof asked === "string" ? FITTED : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{facts.title}</title>
        <base target="_blank" />
        <link rel="canonical" href={links.canonical} />
        <link rel="alternate" type="application/json+oembed" href={links.oembed.json} />
        {/* A page that was asked for to be framed is shown by its frame, and by no other program. */}
        {!view.resize && <link rel="alternate" type="text/xml+oembed" href={links.oembed.xml} />}
        {preview && !view.resize && <PreviewTags {...preview} language={facts.language} />}
        <style dangerouslySetInnerHTML={{ __html: embedStyle(theme, asked === null ? null : { height: asked, drawings }) }} />
      </head>
      <body>
        <main>
          {notice && (
            <p>
              <strong>{notice}</strong>
            </p>
          )}
          <h1 className={view.title ? undefined : "sr-only"}>{facts.title}</h1>
          <p>{facts.reading}</p>
          <p className="source">{chartTexts(facts.language).join(facts.basis, source)}</p>
          {!facts.empty && (
            <>
              <a className="skip" href={`#${TABLE}`} target="_self">
                {embed.skip}
              </a>
              {legend.length > 0 && <LegendList className="legend" entries={legend} language={facts.language} />}
              {drawings.map((drawing) => (
                <InlineDrawing key={drawing.name} {...drawing} title={facts.title} />
              ))}
              <details>
                <summary id={TABLE}>{embed.table}</summary>
                <ChartTable facts={facts} view={view} />
              </details>
            </>
          )}
          {links.newest && (
            <p className="source">
              <a href={links.newest}>{embed.newer}</a>
            </p>
          )}
          <p className="source links">
            <a href={links.page}>{embed.page}</a>
            {links.files.map(([label, href]) => (
              <a key={href} href={href}>
                {label}
              </a>
            ))}
            <span>{embed.newTab}</span>
          </p>
        </main>
        {script && <script dangerouslySetInnerHTML={{ __html: script }} />}
      </body>
    </html>
  );
}

/** A drawing of the page, laid out for some room; wider than that it scrolls. */
interface SizedDrawing extends PlacedDrawing {
  name: string;
  scrolls: boolean;
}

function placeDrawings(facts: DescribedChart, view: View): SizedDrawing[] {
  if (facts.empty) return [];
  const { width } = view;
  const rooms = width === null ? (["narrow", "wide"] as const).map((name) => ({ name, room: WIDTHS[name] })) : [{ name: "only", room: width - 16 }];
  return rooms.map(({ name, room }) => {
    const placed = viewOf(facts).place(facts.model, room, { id: name, view });
    return { name, ...placed, scrolls: placed.width > Math.max(room, 288) };
  });
}

function InlineDrawing({ name, width, height, content, scrolls, title }: SizedDrawing & { title: string }) {
  const drawing = (
    <svg
      className={scrolls ? undefined : name}
      preserveAspectRatio="xMinYMin"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="group"
      aria-label={title}
    >
      {content}
    </svg>
  );
  return scrolls ? (
    <div className={`scroll ${name}`} role="region" aria-label={title} tabIndex={0}>
      {drawing}
    </div>
  ) : (
    drawing
  );
}
