import { escapeMarkup } from "@/lib/domain/markup-text";
import { replaceUnwritable } from "@/lib/domain/writable-text";

/** One address of the sitemap. */
export interface SitemapEntry {
  /** Whole. */
  url: string;
  /** When it last changed (W3C date and time), where that is known. */
  changed?: string;
}

/** The most that one file may hold, by https://www.sitemaps.org/protocol.html: addresses, and bytes of XML. */
export const SITEMAP_LIMITS = { addresses: 50_000, bytes: 50 * 1024 * 1024 } as const;

const NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";

/** Entries in as many parts as the protocol's limits ask for; one part where all fit, and none is larger than allowed. */
export function splitSitemap(entries: readonly SitemapEntry[], limits: { addresses: number; bytes: number } = SITEMAP_LIMITS): SitemapEntry[][] {
  const parts: SitemapEntry[][] = [[]];
  const frame = Buffer.byteLength(printSitemap([]));
  let bytes = frame;
  for (const entry of entries) {
    const own = Buffer.byteLength(printEntry("url", entry));
    const part = parts.at(-1)!;
    if (part.length > 0 && (part.length >= limits.addresses || bytes + own > limits.bytes)) {
      parts.push([entry]);
      bytes = frame + own;
    } else {
      part.push(entry);
      bytes += own;
    }
  }
  return parts;
}

/** A sitemap. */
export function printSitemap(entries: readonly SitemapEntry[]): string {
  return printList("urlset", "url", entries);
}

/** An index of sitemaps. */
export function printSitemapIndex(parts: readonly SitemapEntry[]): string {
  return printList("sitemapindex", "sitemap", parts);
}

function printList(list: string, item: string, entries: readonly SitemapEntry[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${list} xmlns="${NAMESPACE}">\n${entries.map((entry) => printEntry(item, entry)).join("")}</${list}>\n`;
}

function printEntry(item: string, { url, changed }: SitemapEntry): string {
  const lastmod = changed === undefined ? "" : `<lastmod>${escapeMarkup(changed)}</lastmod>`;
  return `<${item}><loc>${escapeMarkup(replaceUnwritable(url))}</loc>${lastmod}</${item}>\n`;
}
