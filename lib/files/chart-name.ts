import { soundFileName } from "@/lib/domain/file-name";
import { formatFiscalYear, formatFiscalYears } from "@/lib/domain/fiscal-year";
import { shortHash } from "@/lib/domain/short-hash";
import type { ChartFormat } from "@/lib/parameters/charts";
import type { View } from "@/lib/parameters/view";
import type { ChartOrigin } from "./chart-files";

type NamedChart = Pick<ChartOrigin, "definition" | "facts" | "plans" | "datasetId"> & { view: Pick<View, "filter"> };

/**
 * What a chart's file is saved under, so that a folder tells what it is: city, title with what was chosen, years, data
 * version; and the same in ASCII, where departments stand by their ids, and areas are left out.
 */
export function nameChartFile({ definition, facts, plans, datasetId, view: { filter } }: NamedChart, format: ChartFormat): [name: string, plain: string] {
  const { title } = facts;
  const years = plans.map(({ fiscalYear }) => fiscalYear);
  const told = years.some((year) => title.includes(formatFiscalYear(year)));
  const cities = [...new Set(plans.map(({ municipality }) => municipality))].filter((city) => !title.includes(city));
  const words = [...cities, title, ...(told || years.length === 0 ? [] : [formatFiscalYears(years)])];
  const plain = ["ayumi", definition.name, ...new Set(years.toSorted((a, b) => a - b)), ...(filter.departments ?? [])].filter((part) =>
    /^[\w-]+$/.test(`${part}`),
  );
  const end = `${shortHash(datasetId)}.${format}`;
  return [`${soundFileName(words.join("_"))}_${end}`, `${plain.join("-").slice(0, 120)}-${end}`];
}
