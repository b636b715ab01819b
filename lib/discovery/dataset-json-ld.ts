import { type DataFacts, spanOfYear } from "./data-facts";

/**
 * The data as schema.org's `Dataset` (https://schema.org/Dataset), for search engines of data sets. Only what is known:
 * terms that have no address are no `license` there. What
 * holds a part of a table is no download of it.
 */
export function describeDataset({ pages, municipality, datasetId, createdAt, fiscalYears, title, description, keywords, licence, tables }: DataFacts): object {
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    "@id": `${pages.data}#dataset`,
    name: title.ja,
    alternateName: title.en,
    description,
    keywords: [...keywords.ja, ...keywords.en],
    url: pages.data,
    identifier: `${pages.data}#dataset`,
    version: datasetId,
    inLanguage: "ja",
    isAccessibleForFree: true,
    dateModified: createdAt,
    creator: { "@type": "Organization", name: municipality },
    spatialCoverage: { "@type": "Place", name: municipality },
    temporalCoverage: fiscalYears.map(spanOfYear).map(({ start, end }) => `${start}/${end}`),
    ...(licence.url && { license: licence.url }),
    distribution: tables.flatMap(({ title: table, files }) =>
      files
        .filter(({ whole }) => whole)
        .map((file) => ({ "@type": "DataDownload", name: `${table.ja}（${file.format}）`, contentUrl: file.url, encodingFormat: file.type })),
    ),
  };
}
