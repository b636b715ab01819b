import { escapeMarkup } from "@/lib/domain/markup-text";
import { replaceUnwritable } from "@/lib/domain/writable-text";

/** A rich answer of oEmbed 1.0 (https://oembed.com), sizes in pixels. */
export interface OEmbed {
  version: "1.0";
  type: "rich";
  title: string;
  provider_name: string;
  provider_url: string;
  html: string;
  width: number;
  height: number;
  thumbnail_url: string;
  thumbnail_width: number;
  thumbnail_height: number;
  /** Seconds. */
  cache_age: number;
}

/** The answer as XML, as the standard has it. */
export function printOEmbedXml(answer: OEmbed): string {
  const fields = Object.entries(answer).map(([name, value]) => `  <${name}>${escapeMarkup(String(value))}</${name}>`);
  return replaceUnwritable(`<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${fields.join("\n")}\n</oembed>\n`);
}
