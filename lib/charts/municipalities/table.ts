import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { chartTexts } from "@/lib/texts/chart-texts";
import { ja } from "@/lib/texts/ja";
import { type ChartTable, tabulate } from "../chart-table";
import { COUNT, year, yearJa } from "../table-columns";
import type { MunicipalitiesChart, Panel, PanelRow } from "./model";

interface Count {
  panel: Panel;
  row: PanelRow | null;
}

/** Counts by municipality and rating of its own scale, none left out; one with nothing to count is one row that counts 0. */
export function tabulateMunicipalities({ panels, unit, language }: MunicipalitiesChart): ChartTable {
  const units = ja.unit[unit];
  const texts = chartTexts(language);
  const scaleOf = ({ rows }: Panel) => texts.list(rows.flatMap(({ rating, label }) => (rating === null ? [] : label))) || null;
  const nothing = ({ fiscalYear }: Panel) => (fiscalYear === null ? texts.municipalities.noDocuments : texts.distribution.noUnit(unit));
  return tabulate<Count>(
    [
      {
        ...{ name: "municipality", label: ja.field.municipality, type: "string" },
        description: "市町村の名前。達成度は市町村ごとの自己評価で、市町村どうしを比べるものではない。（架空）と付くものは実在しない",
        read: ({ panel }) => panel.name,
      },
      { ...year("fiscal_year", "年度"), read: ({ panel }) => panel.fiscalYear },
      { ...yearJa("fiscal_year_ja", "年度"), read: ({ panel }) => panel.fiscalYear && formatFiscalYear(panel.fiscalYear) },
      {
        ...{ name: "rating", label: "記号", type: "string", hidden: true },
        description: "達成度の記号。同じ記号でも、市町村が違えば同じ意味とはかぎらない。空欄は評価未掲載か、数えるものがない行",
        read: ({ row }) => row?.rating ?? null,
      },
      {
        ...{ name: "rating_label", label: "達成度", description: "達成度の記号と、その市町村での意味", type: "string" },
        read: ({ panel, row }) => row?.label ?? nothing(panel),
      },
      { name: "count", label: "件数", description: `その達成度の${units}の数`, ...COUNT, read: ({ row }) => row?.count ?? 0 },
      {
        ...{
          name: "share",
          label: "割合",
          description: "その市町村の評価のある件数（rated）に対する割合。空欄は評価未掲載",
          type: "number",
          unit: "割合（0–1）",
        },
        read: ({ row }) => (row?.share == null ? null : Math.round(row.share * 10000) / 10000),
      },
      { name: "rated", label: "評価のある件数", description: `その市町村の評価のある${units}の数`, ...COUNT, hidden: true, read: ({ panel }) => panel.rated },
      { name: "total", label: "計", description: `その市町村の${units}の数`, ...COUNT, read: ({ panel }) => panel.total },
      {
        ...{ name: "scale", label: "達成度の区分", type: "string", hidden: true },
        description: "その市町村の達成度の区分のすべて。空欄は、評価のある年度がないもの",
        read: ({ panel }) => scaleOf(panel),
      },
    ],
    panels.flatMap((panel): Count[] => (panel.rows.length === 0 ? [{ panel, row: null }] : panel.rows.map((row) => ({ panel, row })))),
  );
}
