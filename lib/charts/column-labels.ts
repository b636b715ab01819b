import { CHART_COLUMNS_EN, UNITS_OF_NUMBERS_EN } from "@/lib/texts/chart-columns-en";
import type { Language } from "@/lib/texts/language";
import type { ChartColumn, ChartTable } from "./chart-table";

/** The table with its columns labelled in a language; their names in files are the same in all. A page in English shows fiscal years by the western calendar. */
export function labelColumns(table: ChartTable, chart: string, language: Language): ChartTable {
  if (language === "ja") return table;
  return { ...table, columns: table.columns.map((column) => labelInEnglish(column, CHART_COLUMNS_EN[chart]?.[column.name])) };
}

function labelInEnglish({ hidden, ...column }: ChartColumn, text: readonly [label: string, description: string] | undefined): ChartColumn {
  const [label, description] = text ?? [column.label, column.description];
  const isHidden = column.name.endsWith("fiscal_year_ja") || (hidden && !column.name.endsWith("fiscal_year"));
  return {
    ...column,
    ...{ label, description, japanese: column.label },
    ...(column.unit !== undefined && { unit: UNITS_OF_NUMBERS_EN[column.unit] ?? column.unit }),
    ...(isHidden && { hidden: true }),
  };
}
