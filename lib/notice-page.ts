import { escapeMarkup } from "@/lib/domain/markup-text";
import { RESIZE_SCRIPT } from "@/lib/embeds/resize-script";
import { RESIZE } from "@/lib/parameters/looks";
import type { RequestError } from "@/lib/request-error";
import { framedHeaders, hashSource } from "@/lib/security-headers";
import { chartTexts } from "@/lib/texts/chart-texts";
import { LANGUAGES, type Language } from "@/lib/texts/language";

/** A small page that stands by itself where a page or an embed cannot: no request, its style inline, no script but the one that tells a frame's height. */
export interface NoticePage {
  title: string;
  /** Plain text. */
  sentence: string;
  /** Where a reader goes on; opens a new tab, as the page may stand in another's frame. */
  link?: { href: string; text: string };
  /** Japanese where it is not said. */
  language?: Language;
}

/** Whether a path is an embed's page, which other sites hold in a frame, or was meant to be one: `/embed/rating-distribution`, no file of it. */
export function isFramedPage(path: string): boolean {
  return /(?:^|\/)embed\/[^.]+$/.test(path);
}

/**
 * Such a page with its headers, but for what they say of how it is kept. One that stands in a frame has the query it was
 * asked by, and tells its height where that asks for it.
 */
export function answerNotice(page: NoticePage, framedBy: URLSearchParams | null): { headers: Record<string, string>; body: string } {
  const script = framedBy?.get(RESIZE.name) === "1" ? RESIZE_SCRIPT : null;
  const policy = `default-src 'none'; style-src 'unsafe-inline'${script ? `; script-src ${hashSource(script)}` : ""}`;
  return {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      ...(framedBy ? framedHeaders(policy) : { "Content-Security-Policy": `${policy}; frame-ancestors 'none'` }),
    },
    body: printNoticePage(page, script),
  };
}

function printNoticePage({ title, sentence, link, language = "ja" }: NoticePage, script: string | null): string {
  const more = link ? `<p><a href="${escapeMarkup(link.href)}" target="_blank" rel="noopener">${escapeMarkup(link.text)}</a></p>` : "";
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${escapeMarkup(title)}${chartTexts(language).embed.pageOf}</title>
<style>:root{color-scheme:light dark}body{margin:0;padding:min(3rem,4vw) min(1.5rem,4vw);font-family:sans-serif;line-height:1.75;line-break:strict;overflow-wrap:anywhere}main{max-width:40rem;margin:auto}h1{font-size:min(1.5rem,6vw);line-height:1.5;margin:0}p{margin:.5rem 0 0}</style></head>
<body><main><h1>${escapeMarkup(title)}</h1><p>${escapeMarkup(sentence)}</p>${more}</main>${script ? `<script>${script}</script>` : ""}</body></html>
`;
}

/** The language that a query asks for. */
export function askedLanguage(query: URLSearchParams): Language {
  return LANGUAGES.find((each) => each === query.get("lang")) ?? "ja";
}

/** An error as a page that says it in a reader's words, in the language that the query asks for, since a frame would show nothing else of it. */
export function printFramedError(error: RequestError, query: URLSearchParams): { headers: Record<string, string>; body: string } {
  const language = askedLanguage(query);
  const { notShown, open } = chartTexts(language).embed;
  return answerNotice({ title: notShown, sentence: error.say(language), link: { href: "/", text: open }, language }, query);
}
