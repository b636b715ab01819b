import { licence, licenceUrl, siteUrl } from "@/db/config";
import { listPlans } from "@/db/queries/plans";
import type { DataFacts } from "@/lib/discovery/data-facts";
import { formatFiscalYears } from "@/lib/domain/fiscal-year";
import { ROW_LIMITS } from "@/lib/files/table-parameters";
import { TABLE_FORMATS, TABLES, type TableName } from "@/lib/files/tables";
import { FOUND } from "@/lib/parameters/found";
import { PAGES } from "@/lib/parameters/pages";
import { placeHref } from "@/lib/parameters/place";
import { foundEn } from "@/lib/texts/found-en";
import { foundJa } from "@/lib/texts/found-ja";
import { overviewHref, tableHref } from "@/lib/urls";
import type { Site } from "./open-site";
import { TABLE_TYPES } from "./table-answer";
import { countTableRows } from "./table-totals";

const TABLE_NAMES = Object.keys(TABLES) as TableName[];

/** What catalogues and search engines are told of the data that a site shows. */
export async function readDataFacts(site: Site): Promise<DataFacts> {
  const { database, dataset, municipality, chosen } = site;
  const totals = await countTableRows(site);
  const plans = await listPlans(database, dataset);
  const fiscalYears = [...new Set(plans.map(({ fiscalYear }) => fiscalYear))];
  return {
    url: siteUrl(),
    pages: {
      overview: siteUrl() + overviewHref({ filter: chosen }),
      data: siteUrl() + placeHref(PAGES.data, { filter: chosen }),
      catalogue: siteUrl() + placeHref(FOUND.catalogue, { filter: chosen }),
    },
    municipality,
    datasetId: dataset.id,
    createdAt: dataset.createdAt,
    fiscalYears,
    title: { ja: foundJa.data.title(municipality), en: foundEn.title(municipality) },
    description: foundJa.data.description(municipality, TABLE_NAMES.length, formatFiscalYears(fiscalYears)),
    keywords: { ja: [...foundJa.data.keywords, municipality], en: foundEn.keywords },
    licence: { text: licence(), url: licenceUrl() },
    tables: TABLE_NAMES.map((name, index) => ({
      name,
      title: { ja: foundJa.data.table(municipality, TABLES[name].label), en: foundEn.table(municipality, foundEn.tables[name]) },
      description: TABLES[name].description,
      files: TABLE_FORMATS.map((format) => ({
        url: siteUrl() + tableHref(name, format, null, chosen),
        type: TABLE_TYPES[format].replace(/;.*/, ""),
        format: format === "xlsx" ? "Excel" : format.toUpperCase(),
        whole: totals[index]! <= ROW_LIMITS[format].usual,
      })),
    })),
  };
}
