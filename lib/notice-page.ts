import { escapeMarkup } from "@/lib/domain/markup-text";
import type { RequestError } from "@/lib/request-error";
import { framedHeaders } from "@/lib/security-headers";
import { chartTexts } from "@/lib/texts/chart-texts";
import { LANGUAGES, type Language } from "@/lib/texts/language";

/** A small page that stands by itself where a page or an embed cannot: no script, no request, its style inline. */
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

/** The headers of such a page, but for what they say of how it is kept. */
export function noticeHeaders(isFramed: boolean): Record<string, string> {
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return {
    "Content-Type": "text/html; charset=utf-8",
    ...(isFramed ? framedHeaders(policy) : { "Content-Security-Policy": `${policy}; frame-ancestors 'none'` }),
  };
}

export function printNoticePage({ title, sentence, link, language = "ja" }: NoticePage): string {
  const more = link ? `<p><a href="${escapeMarkup(link.href)}" target="_blank" rel="noopener">${escapeMarkup(link.text)}</a></p>` : "";
  return `<!DOCTYPE html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">
<title>${escapeMarkup(title)}${chartTexts(language).embed.pageOf}</title>
<style>:root{color-scheme:light dark}body{margin:0;padding:min(3rem,4vw) min(1.5rem,4vw);font-family:sans-serif;line-height:1.75;line-break:strict;overflow-wrap:anywhere}main{max-width:40rem;margin:auto}h1{font-size:min(1.5rem,6vw);line-height:1.5;margin:0}p{margin:.5rem 0 0}</style></head>
<body><main><h1>${escapeMarkup(title)}</h1><p>${escapeMarkup(sentence)}</p>${more}</main></body></html>
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
  return {
    headers: noticeHeaders(true),
    body: printNoticePage({ title: notShown, sentence: error.say(language), link: { href: "/", text: open }, language }),
  };
}
