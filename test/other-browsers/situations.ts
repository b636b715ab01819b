import { printEmbed, printFrame, type SnippetSource } from "@/lib/embeds/snippets";
import { RESIZE } from "@/lib/parameters/looks";

/** A chart as the site's page of snippets has it copied, with and without a year. */
export interface CopiedChart {
  source: SnippetSource;
  /** The same of each of two years. */
  years: readonly [SnippetSource, SnippetSource];
}

/** A kind of foreign page that a chart is put on. */
export interface Situation {
  name: string;
  headers?: Record<string, string>;
  body(chart: CopiedChart): string;
  /** What is put there once the page stands, where that is so. */
  later?(chart: CopiedChart): string;
  /** How many charts stand on it. */
  charts?: number;
  /** No script lets the frames grow: their own height has to do. */
  fixed?: true;
}

const STRICT = (site: string) => `default-src 'none'; script-src ${site}; frame-src ${site}; require-trusted-types-for 'script'; trusted-types 'none'`;

const scriptOf = ({ script }: SnippetSource) => `<script src="${script}" async></script>`;
const lateScript = ({ script }: SnippetSource) =>
  `<script>addEventListener("load",()=>document.body.append(Object.assign(document.createElement("script"),{src:"${script}"})))</script>`;
/** As frames were copied before they spoke. */
const withoutResize = (source: SnippetSource): SnippetSource => {
  const url = new URL(source.url);
  url.searchParams.delete(RESIZE.name);
  return { ...source, url: url.href };
};
const element = ({ chart, title, parameters }: SnippetSource) => {
  const own = Object.entries(parameters).map(([name, values]) => ` ${name}="${values.join(",")}"`);
  return `<ayumi-chart chart="${chart}" title="${title}"${own.join("")}></ayumi-chart>`;
};

/** The foreign pages that each chart is tried on; `site` is its own. */
export function listSituations(site: string): Situation[] {
  return [
    { name: "plain", body: ({ source }) => printEmbed(source) },
    { name: "strict policy, trusted types", headers: { "content-security-policy": STRICT(site) }, body: ({ source }) => printEmbed(source) },
    {
      name: "isolated from other origins",
      headers: { "cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin" },
      body: ({ source }) => printEmbed(source),
    },
    { name: "sandboxed", body: ({ source }) => printEmbed(source).replace("<iframe", '<iframe sandbox="allow-scripts"') },
    { name: "two years", charts: 2, body: ({ years }) => years.map(printEmbed).join("<p>記事</p>") },
    { name: "<ayumi-chart>", body: ({ source }) => scriptOf(source) + element(source) },
    { name: "inserted later", body: ({ source }) => `${scriptOf(source)}<main></main>`, later: ({ source }) => printFrame(source) },
    { name: "in a sandbox itself", headers: { "content-security-policy": "sandbox allow-scripts" }, body: ({ source }) => printEmbed(source) },
    { name: "its script comes when the frame has loaded", body: ({ source }) => printFrame(withoutResize(source)) + lateScript(source) },
    { name: "without script", fixed: true, body: ({ source }) => printFrame(source) },
  ];
}
