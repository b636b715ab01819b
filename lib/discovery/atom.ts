import { escapeMarkup } from "@/lib/domain/markup-text";
import { replaceUnwritable } from "@/lib/domain/writable-text";

/** A feed, and what its entries tell. Addresses are whole. */
export interface Feed {
  url: string;
  title: string;
  author: string;
  /** The page that it is of. */
  page: string;
  entries: FeedEntry[];
}

export interface FeedEntry {
  /** Its address for ever, which is its id too. */
  url: string;
  title: string;
  /** When it came (RFC 3339). */
  updated: string;
  /** Lines of plain text. */
  lines: string[];
}

/** A feed in Atom (RFC 4287), the newest entry first. */
export function printAtom({ url, title, author, page, entries }: Feed): string {
  const updated =
    entries
      .map((entry) => entry.updated)
      .sort()
      .at(-1) ?? "1970-01-01T00:00:00Z";
  const parts = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">',
    element("id", url),
    element("title", title),
    element("updated", updated),
    `<author>${element("name", author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeMarkup(url)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeMarkup(page)}"/>`,
    ...entries.map(printEntry),
    "</feed>",
  ];
  return replaceUnwritable(`${parts.join("\n")}\n`);
}

function printEntry({ url, title, updated, lines }: FeedEntry): string {
  return [
    "<entry>",
    element("id", url),
    element("title", title),
    element("updated", updated),
    `<link rel="alternate" type="text/html" href="${escapeMarkup(url)}"/>`,
    `<content type="text">${escapeMarkup(lines.join("\n"))}</content>`,
    "</entry>",
  ].join("\n");
}

function element(name: string, text: string): string {
  return `<${name}>${escapeMarkup(text)}</${name}>`;
}
