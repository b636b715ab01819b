/** A value of a chart's table; `null` where there is none, which is not zero. */
export type ChartValue = string | number | null;

/** One column of a chart's table, as CSV, JSON, the page's table and the metadata have it. */
export interface ChartColumn {
  /** ASCII name in files. */
  name: string;
  /** Heading, in Japanese unless the chart is told in another language. */
  label: string;
  /** The heading in Japanese, where it is told in another. */
  japanese?: string;
  description: string;
  type: "string" | "integer" | "number";
  /** Unit of a number: 件, 割合（0–1）, 年度（西暦）. */
  unit?: string;
  /** Left out of the table that pages show, where another column says the same. */
  hidden?: true;
}

/** The same facts as the drawing, row by row. */
export interface ChartTable {
  columns: ChartColumn[];
  rows: ChartValue[][];
}

/** A column and how its value is read from a row's source. */
export type ColumnOf<Source> = ChartColumn & { read(source: Source): ChartValue };

/** Makes a table of columns that know how to read a row. */
export function tabulate<Source>(columns: readonly ColumnOf<Source>[], sources: readonly Source[]): ChartTable {
  return {
    columns: columns.map(({ read: _, ...column }) => column),
    rows: sources.map((source) => columns.map((column) => column.read(source))),
  };
}
