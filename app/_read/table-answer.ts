import { licence, licenceUrl, siteUrl } from "@/db/config";
import { listPlans } from "@/db/queries/plans";
import { disposeAs } from "@/lib/content-disposition";
import { shortHash } from "@/lib/domain/short-hash";
import type { Answer } from "@/lib/file-answer";
import { citeSource } from "@/lib/files/citation";
import type { Sheet } from "@/lib/files/table";
import { printCsv } from "@/lib/files/table-csv";
import { printTableJson } from "@/lib/files/table-json";
import { nextHref, readTableQuery, type TableQuery } from "@/lib/files/table-query";
import type { Source } from "@/lib/files/table-xlsx";
import type { TableFormat, TableName } from "@/lib/files/tables";
import { PAGES } from "@/lib/parameters/pages";
import { placeHref } from "@/lib/parameters/place";
import { tableHref } from "@/lib/urls";
import type { Site } from "./open-site";
import { readSite } from "./read-site";
import { readTable } from "./read-table";
import { makeWorkbook } from "./workbook";

/** Media type of each form of a table. */
export const TABLE_TYPES: Record<TableFormat, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A table as a file. What of it does not fit is never left out in silence: `X-Total-Count` and `Link` tell of it. */
export async function answerTable(url: string, name: TableName, format: TableFormat): Promise<Answer> {
  const query = readTableQuery(url, name, format);
  const site = await readSite(query.dataset, query.goals.filter.municipalities?.[0]);
  const sheet = await readTable(site, query);
  const next = nextHref(url, query, site.dataset.id, sheet.total);
  const attribution = citeSource(await listPlans(site.database, site.dataset), site.municipality, site.dataset.id);
  const source = describeSource(sheet, site, attribution, next !== null);
  return {
    body: await printBody(sheet, query, { dataset: site.dataset.id, attribution, next, source }),
    type: TABLE_TYPES[format],
    frozen: query.dataset !== null,
    headers: {
      ...(format !== "json" && disposeAs("attachment", `ayumi-${name}-${shortHash(site.dataset.id)}.${format}`)),
      "X-Total-Count": String(sheet.total),
      ...(next && { Link: `<${next}>; rel="next"` }),
    },
  };
}

interface Facts {
  dataset: string;
  attribution: string;
  next: string | null;
  source: Source;
}

async function printBody(
  sheet: Sheet,
  { offset, limit, format, header }: TableQuery,
  { dataset, attribution, next, source }: Facts,
): Promise<string | Uint8Array> {
  if (format === "json") return printTableJson({ sheet, dataset, attribution, offset, limit, next });
  const rows = sheet.read(offset, offset + limit);
  return format === "csv" ? printCsv(sheet.table.columns, rows, header) : makeWorkbook(sheet, rows, source, header);
}

function describeSource({ table, total }: Sheet, { dataset, chosen }: Site, attribution: string, cut: boolean): Source {
  const url = licenceUrl();
  return [
    ["表", `${table.label}（${table.name}）`],
    ["内容", table.description],
    ["並び", table.order],
    ["件数", `条件に合うもの${total}件${cut ? "。このファイルはその一部で、続きがある" : ""}`],
    ["出典", attribution],
    ["利用条件", licence() + (url ? `（${url}）` : "")],
    ["データ版", dataset.id],
    ["この版の表", `${siteUrl()}${tableHref(table.name, "xlsx", dataset.id, chosen)}`],
    ["列の説明", `columnsのシート、または ${siteUrl()}${placeHref(PAGES.data)}`],
    ["空欄", "値がないことを示し、0とは異なる。理由はcolumnsのシートと、名前に reason の付く列に示す。"],
    ["文字", "Excelで表せない文字は〓に置き換えている。CSVとJSONにはもとのままある。"],
  ];
}
