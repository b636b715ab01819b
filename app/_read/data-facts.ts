import { licence, licenceUrl, siteUrl } from "@/db/config";
import { listPlans } from "@/db/queries/plans";
import type { DataFacts } from "@/lib/discovery/data-facts";
import { formatFiscalYears } from "@/lib/domain/fiscal-year";
import { ROW_LIMITS } from "@/lib/files/table-parameters";
import { TABLE_DESCRIPTIONS, TABLE_FORMATS } from "@/lib/files/tables";
import { foundJa } from "@/lib/texts/found-ja";
import { tableHref } from "@/lib/urls";
import type { Site } from "./open-site";
import { TABLE_TYPES } from "./table-answer";
import { countTableRows } from "./table-totals";

/** What catalogues and search engines are told of the data that a site shows. */
export async function readDataFacts(site: Site): Promise<DataFacts> {
  const { database, dataset, municipality, chosen } = site;
  const totals = await countTableRows(site);
  const plans = await listPlans(database, dataset);
  const fiscalYears = [...new Set(plans.map(({ fiscalYear }) => fiscalYear))];
  return {
    url: siteUrl(),
    municipality,
    datasetId: dataset.id,
    createdAt: dataset.createdAt,
    fiscalYears,
    title: foundJa.data.title(municipality),
    description: foundJa.data.description(municipality, TABLE_DESCRIPTIONS.length, formatFiscalYears(fiscalYears)),
    licence: { text: licence(), url: licenceUrl() },
    tables: TABLE_DESCRIPTIONS.map(({ name, label, description }, index) => ({
      name,
      title: foundJa.data.table(municipality, label),
      description,
      files: TABLE_FORMATS.map((format) => ({
        url: siteUrl() + tableHref(name, format, null, chosen),
        type: TABLE_TYPES[format].replace(/;.*/, ""),
        format: format === "xlsx" ? "Excel" : format.toUpperCase(),
        whole: totals[index]! <= ROW_LIMITS[format].usual,
      })),
    })),
  };
}
