import type { ChartColumn } from "./chart-table";

/** Columns that several charts' tables have. */
export const COUNT = { type: "integer", unit: "件" } as const;

/** A fiscal year as a western one, for files. */
export const year = (name: string, label: string): ChartColumn => ({
  name,
  label: `${label}（西暦）`,
  description: `${label}（西暦）。4月に始まる`,
  type: "integer",
  unit: "年度（西暦）",
  hidden: true,
});

/** A fiscal year as the documents write it. */
export const yearJa = (name: string, label: string): ChartColumn => ({ name, label, description: `${label}（和暦）`, type: "string" });

/** A column of texts by its label and description. */
export const textColumn = (name: string, [label, description]: readonly [string, string]) => ({ name, label, description, type: "string" }) as const;
