/** What can be copied to quote a chart. `url` addresses are whole. */
export interface SnippetSource {
  title: string;
  height: number;
  /** The chart's page, and its parameters for the script. */
  url: string;
  image: string;
  page: string;
  script: string;
  chart: string;
  parameters: Record<string, readonly string[]>;
}

/** A plain frame: works without any script; its height is fixed. */
export function printFrame({ url, title, height }: Pick<SnippetSource, "url" | "title" | "height">): string {
  return `<iframe src="${escapeMarkup(url)}" title="${escapeMarkup(title)}" width="100%" height="${height}" style="border:0" loading="lazy"></iframe>`;
}

/** The script, which makes a frame that follows its content's height; a link where it cannot run. */
export function printScript({ script, chart, title, height, parameters, page }: SnippetSource): string {
  const values = Object.entries(parameters).map(([name, each]) => [name, each.map((value) => value.replace(/[\\,]/g, "\\$&")).join(",")]);
  const attributes = [["chart", chart], ...values, ["title", title], ["height", String(height)]].map(
    ([name, text]) => ` data-${name}="${escapeMarkup(text!)}"`,
  );
  return `<script src="${escapeMarkup(script)}" async${attributes.join("")}></script>\n<noscript><a href="${escapeMarkup(page)}">${escapeMarkup(title)}</a></noscript>`;
}

/** An image that leads to the chart's page, in Markdown. */
export function printMarkdown({ image, title, page }: SnippetSource): string {
  return `[![${title.replace(/[[\]\\]/g, "\\$&")}](${image})](${page})`;
}

/** An image in HTML. */
export function printImage({ image, title, page }: SnippetSource): string {
  return `<a href="${escapeMarkup(page)}"><img src="${escapeMarkup(image)}" alt="${escapeMarkup(title)}" style="max-width:100%;height:auto"></a>`;
}

/** A text as it stands in HTML and XML, between tags or in an attribute. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
