import { siteUrl } from "@/db/config";

/** Address at which oEmbed describes another address of this site. */
export function oembedHref(address: string, format: "json" | "xml" = "json"): string {
  return `${siteUrl()}/api/oembed?${new URLSearchParams({ url: address, ...(format === "xml" && { format }) })}`;
}
