import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { chartTexts } from "@/lib/texts/chart-texts";
import { continuationJa } from "@/lib/texts/continuation-ja";
import { type ChartTable, type ColumnOf, tabulate } from "../chart-table";
import { type Focus, listFocusColumns } from "../focus";
import { year, yearJa } from "../table-columns";
import { isFocusedRow } from "./focus";
import { nameFate } from "./label";
import type { ContinuationRibbon } from "./model";
import type { RibbonNode } from "./node";
import type { RibbonRow } from "./row";

/** The links of the ribbon, then what ended or is new: as the page's table, one row each. */
export function tabulateRibbon(ribbon: ContinuationRibbon, focus: Focus | null = null): ChartTable {
  const texts = chartTexts(ribbon.language);
  const items = continuationJa.level[ribbon.level];
  const side = (name: "before" | "after", label: string): ColumnOf<RibbonRow>[] => {
    const of = (row: RibbonRow): RibbonNode | null => row[name];
    return [
      { ...year(`${name}_fiscal_year`, `${label}の年度`), read: (row) => of(row)?.item.fiscalYear ?? null },
      { ...yearJa(`${name}_fiscal_year_ja`, `${label}の年度`), read: (row) => (of(row) ? formatFiscalYear(of(row)!.item.fiscalYear) : null) },
      {
        name: `${name}_id`,
        label: `${label}の識別子`,
        description: `${label}の${items}の識別子`,
        type: "string",
        hidden: true,
        read: (row) => of(row)?.key ?? null,
      },
      {
        name: `${name}_title`,
        label: `${label}の${items}`,
        description: `${label}の${items}の題名か文`,
        type: "string",
        read: (row) => of(row)?.item.text ?? null,
      },
    ];
  };
  const link = (row: RibbonRow) => (row.what === "link" ? row.link : null);
  return tabulate<RibbonRow>(
    [
      ...side("before", "前"),
      {
        name: "relation",
        label: continuationJa.table.kind,
        description: "継続・統合・分割・関連、または、後継が見当たらない・前の資料にない",
        type: "string",
        read: (row) =>
          row.what === "link"
            ? texts.ribbon.kind[row.link.kind]
            : row.what === "ended"
              ? nameFate({ fate: "ended", end: row.before.end }, texts)
              : texts.ribbon.fate[row.what],
      },
      ...side("after", "後"),
      {
        name: "score",
        label: continuationJa.table.score,
        description: "続いている見込み。空欄はつながりのない行",
        type: "number",
        unit: "0–1",
        read: (row) => link(row)?.score ?? null,
      },
      {
        name: "status",
        label: continuationJa.table.status,
        description: "候補（自動判定）・確認済み・追加・却下。空欄はつながりのない行",
        type: "string",
        read: (row) => (link(row) ? texts.ribbon.status[link(row)!.status] : null),
      },
      ...listFocusColumns(focus, isFocusedRow),
    ],
    ribbon.rows,
  );
}
