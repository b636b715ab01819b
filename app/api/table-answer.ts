import { dataLicense, siteUrl } from "@/db/config";
import type { Answer } from "@/lib/answer";
import { describeLicense, printAttribution } from "@/lib/files/citation";
import type { Sheet } from "@/lib/files/table";
import { printCsv } from "@/lib/files/table-csv";
import { printTableJson } from "@/lib/files/table-json";
import { nextHref, readTableQuery, type TableQuery } from "@/lib/files/table-query";
import type { TableFormat, TableName } from "@/lib/files/tables";
import type { Source } from "@/lib/files/table-xlsx";
import type { Site } from "../open-site";
import { readSite } from "../read-site";
import { readTable } from "../read-table";
import { makeWorkbook } from "./workbook";

const TYPES: Record<TableFormat, string> = {
  csv: "text/csv; charset=utf-8; header=present",
  json: "application/json; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A table as a file. What of it does not fit is never left out in silence: `X-Total-Count` and `Link` tell of it. */
export async function answerTable(url: string, name: TableName, format: TableFormat): Promise<Answer> {
  const query = readTableQuery(url, name, format);
  const site = await readSite(query.dataset);
  const sheet = await readTable(site, query);
  const next = nextHref(url, query, site.dataset.id, sheet.total);
  const attribution = printAttribution(site.municipality);
  return {
    body: await printBody(sheet, query, site, next),
    type: TYPES[format],
    ...(format !== "json" && { fileName: `ayumi-${name}-${site.dataset.id.slice(0, 12)}.${format}` }),
    madeFrom: [site.dataset.id, query.key, attribution, ...(format === "xlsx" ? describeSource(sheet, site, next).flat() : [])],
    frozen: query.dataset !== null,
    headers: {
      "X-Total-Count": String(sheet.total),
      "Access-Control-Expose-Headers": "ETag, Link, X-Total-Count",
      ...(next && { Link: `<${next}>; rel="next"` }),
    },
  };
}

async function printBody(sheet: Sheet, query: TableQuery, site: Site, next: string | null): Promise<string | Uint8Array> {
  const { offset, limit, format } = query;
  const readRows = () => sheet.read(offset, offset + limit);
  switch (format) {
    case "csv":
      return printCsv(sheet.table.columns, readRows());
    case "json":
      return printTableJson({ sheet, dataset: site.dataset.id, attribution: printAttribution(site.municipality), offset, limit, next });
    case "xlsx":
      return makeWorkbook(sheet, readRows(), describeSource(sheet, site, next));
  }
}

function describeSource({ table, total }: Sheet, { dataset, municipality }: Site, next: string | null): Source {
  const license = dataLicense();
  return [
    ["表", `${table.label}（${table.name}）`],
    ["内容", table.description],
    ["並び", table.order],
    ["件数", `条件に合うもの${total}件${next ? "。このファイルはその一部で、続きがある" : ""}`],
    ["出典", printAttribution(municipality).replace("出典：", "")],
    ["利用条件", describeLicense(license, municipality) + (license.url ? `（${license.url}）` : "")],
    ["データ版", dataset.id],
    ["同じ内容", `${siteUrl()}/api/${table.name}.xlsx?dataset=${dataset.id}`],
    ["列の説明", `columnsのシート、または ${siteUrl()}/data`],
    ["空欄", "値がないことを示す。0とは異なる。理由はcolumnsのシートと、名前に reason の付く列に示す。"],
    ["文字", "Excelで表せない文字は〓に置き換えている。CSVとJSONにはもとのままある。"],
  ];
}
