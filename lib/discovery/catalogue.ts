import { ja } from "@/lib/texts/ja";
import type { Language } from "@/lib/texts/language";
import { type DataFacts, spanOfYear, type TableFacts, type Words } from "./data-facts";

/** Its terms, so that it is read without another request. */
const CONTEXT = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  owl: "http://www.w3.org/2002/07/owl#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  "dcat:servesDataset": { "@type": "@id" },
  "dcat:startDate": { "@type": "xsd:date" },
  "dcat:endDate": { "@type": "xsd:date" },
  "dct:modified": { "@type": "xsd:dateTime" },
} as const;

const LANGUAGE = { "@id": "http://publications.europa.eu/resource/authority/language/JPN", "@type": "dct:LinguisticSystem" };

/**
 * The data as a catalogue in DCAT (https://www.w3.org/TR/vocab-dcat-3/), after DCAT-AP 3.0
 * (https://semiceu.github.io/DCAT-AP/releases/3.0.0/): a dataset for each table, whose files hold the same rows, and the
 * service that gives them. A file that holds the first of them alone is no download: who takes it for one would have a part
 * for the whole. The site publishes what the city wrote.
 */
export function describeCatalogue(facts: DataFacts): object {
  const { url, pages, municipality, createdAt, title, description, tables } = facts;
  const publisher = { "@id": `${url}/#site`, "@type": "foaf:Agent", "foaf:name": text(ja.site.name), "foaf:homepage": page(`${url}/`) };
  const creator = { "@id": `${pages.overview}#municipality`, "@type": "foaf:Agent", "foaf:name": text(municipality) };
  const datasets = tables.map((table) => describeTable(table, facts, { publisher, creator }));
  return {
    "@context": CONTEXT,
    "@id": pages.catalogue,
    "@type": "dcat:Catalog",
    "dct:title": words(title),
    "dct:description": text(description),
    "dct:publisher": publisher,
    "dct:language": LANGUAGE,
    "dct:modified": createdAt,
    "foaf:homepage": page(pages.data),
    "dcat:dataset": datasets,
    "dcat:service": {
      "@id": serviceId(url),
      "@type": "dcat:DataService",
      "dct:title": words({ ja: `${title.ja}のAPI`, en: `${title.en} (API)` }),
      // The server that the paths of the description stand on.
      "dcat:endpointURL": resource(`${url}/`),
      "dcat:endpointDescription": resource(`${url}/api/openapi.json`),
      "dcat:servesDataset": datasets.map((dataset) => dataset["@id"]),
    },
  };
}

function describeTable(
  { name, title, description, files }: TableFacts,
  { url, pages, datasetId, createdAt, fiscalYears, keywords, licence }: DataFacts,
  { publisher, creator }: { publisher: object; creator: object },
) {
  // What takes catalogues in tells by the identifier whether it has a dataset already: a newer version is the same dataset.
  const id = `${pages.data}#${name}`;
  return {
    "@id": id,
    "@type": "dcat:Dataset",
    "dct:title": words(title),
    "dct:description": text(description),
    "dct:identifier": id,
    "dcat:version": datasetId,
    "owl:versionInfo": datasetId,
    "dcat:keyword": [...keywords.ja.map((word) => text(word)), ...keywords.en.map((word) => text(word, "en"))],
    "dct:publisher": publisher,
    "dct:creator": creator,
    "dct:language": LANGUAGE,
    "dct:modified": createdAt,
    "dcat:landingPage": page(pages.data),
    "dct:temporal": fiscalYears.map(spanOfYear).map(({ start, end }) => ({ "@type": "dct:PeriodOfTime", "dcat:startDate": start, "dcat:endDate": end })),
    "dcat:distribution": files.map((file) => ({
      "@id": `${file.url}#distribution`,
      "@type": "dcat:Distribution",
      "dct:title": words({ ja: `${title.ja}（${file.format}）`, en: `${title.en} (${file.format})` }),
      "dcat:accessURL": resource(file.url),
      ...(file.whole ? { "dcat:downloadURL": resource(file.url) } : { "dcat:accessService": { "@id": serviceId(url) } }),
      "dcat:mediaType": { "@id": `https://www.iana.org/assignments/media-types/${file.type}`, "@type": "dct:MediaType" },
      ...(licence.url && { "dct:license": { "@id": licence.url, "@type": "dct:LicenseDocument" } }),
      "dct:rights": { "@type": "dct:RightsStatement", "rdfs:label": text(licence.text) },
    })),
  };
}

function serviceId(url: string): string {
  return `${url}/api/openapi.json#service`;
}

// The profile asks of addresses, too, what they are.
function page(url: string): object {
  return { "@id": url, "@type": "foaf:Document" };
}

function resource(url: string): object {
  return { "@id": url, "@type": "rdfs:Resource" };
}

function words({ ja, en }: Words): object[] {
  return [text(ja), text(en, "en")];
}

function text(value: string, language: Language = "ja"): { "@value": string; "@language": Language } {
  return { "@value": value, "@language": language };
}
