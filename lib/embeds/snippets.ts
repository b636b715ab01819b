import { escapeMarkup } from "@/lib/domain/markup-text";

/** What can be copied to quote a chart. `url` addresses are whole. */
export interface SnippetSource {
  title: string;
  /** The chart in words, for who cannot see it. */
  alt: string;
  height: number;
  /** The chart's page, and its parameters for the script. */
  url: string;
  image: string;
  page: string;
  script: string;
  chart: string;
  parameters: Record<string, readonly string[]>;
}

/**
 * A frame: whole without any script, at a height of its own; with `/embed/v1.js` on the page it follows its content's. It has
 * no border by the old attribute, since a page of a strict policy refuses the style that would take it away.
 */
export function printFrame({ url, title, height }: Pick<SnippetSource, "url" | "title" | "height">): string {
  return `<iframe src="${escapeMarkup(url)}" title="${escapeMarkup(title)}" width="100%" height="${height}" frameborder="0" loading="lazy"></iframe>`;
}

/**
 * A frame with a link that nobody sees but where WordPress takes them: it lets its own script (wp-embed.js) show a frame
 * of a site that it does not know only where a quotation stands before it, and shows that until then.
 */
export function printQuotedFrame(source: Pick<SnippetSource, "url" | "title" | "height" | "page">): string {
  return `<blockquote hidden><a href="${escapeMarkup(source.page)}">${escapeMarkup(source.title)}</a></blockquote>${printFrame(source)}`;
}

/** A frame and the script that it follows its content's height by. */
export function printEmbed(source: SnippetSource): string {
  return `${printFrame(source)}\n<script src="${escapeMarkup(source.script)}" async></script>`;
}

/** The script alone, which makes a frame that follows its content's height, or keeps to the one that is asked for; a link where it cannot run. Its title is the frame's name, or, as 0, the parameter. */
export function printScript({ script, chart, title, height, parameters: { height: kept, ...parameters }, page }: SnippetSource): string {
  const values = Object.entries(parameters).map(([name, each]) => [name, each.map((value) => value.replace(/[\\,]/g, "\\$&")).join(",")]);
  const attributes = [
    ["chart", chart],
    ...values,
    ...(parameters.title ? [] : [["title", title]]),
    ["height", String(height)],
    ...(kept ? [["fit", "1"]] : []),
  ].map(([name, text]) => ` data-${name}="${escapeMarkup(text!)}"`);
  return `<script src="${escapeMarkup(script)}" async${attributes.join("")}></script>\n<noscript><a href="${escapeMarkup(page)}">${escapeMarkup(title)}</a></noscript>`;
}

/** An image that leads to the chart's page, in Markdown. */
export function printMarkdown({ image, page, alt }: SnippetSource): string {
  return `[![${alt.replace(/[[\]\\]/g, "\\$&")}](${image})](${page})`;
}

/** An image in HTML. */
export function printImage({ image, page, alt }: SnippetSource): string {
  return `<a href="${escapeMarkup(page)}"><img src="${escapeMarkup(image)}" alt="${escapeMarkup(alt)}" style="max-width:100%;height:auto"></a>`;
}
