import { chartTexts } from "@/lib/texts/chart-texts";
import type { Language } from "@/lib/texts/language";

/** What other programs show of a page that is linked there. Whole addresses. */
export interface Preview {
  title: string;
  description: string;
  url: string;
  image: { url: string; width: number; height: number; alt: string };
}

/** A page's description and its Open Graph (https://ogp.me), of a page that is written whole, outside Next.js. */
export function PreviewTags({ title, description, url, image, language }: Preview & { language: Language }) {
  const { embed, locale } = chartTexts(language);
  const properties = [
    ["og:title", title],
    ["og:description", description],
    ["og:url", url],
    ["og:type", "website"],
    ["og:site_name", embed.site],
    ["og:locale", locale],
    ["og:image", image.url],
    ["og:image:type", "image/png"],
    ["og:image:width", String(image.width)],
    ["og:image:height", String(image.height)],
    ["og:image:alt", image.alt],
  ] as const;
  return (
    <>
      <meta name="description" content={description} />
      {properties.map(([property, content]) => (
        <meta key={property} property={property} content={content} />
      ))}
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
