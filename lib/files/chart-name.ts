import { soundFileName } from "@/lib/domain/file-name";
import { shortHash } from "@/lib/domain/short-hash";
import type { ChartFormat } from "@/lib/parameters/charts";
import type { View } from "@/lib/parameters/view";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { ChartOrigin } from "./chart-files";

type NamedChart = Pick<ChartOrigin, "definition" | "facts" | "plans" | "datasetId"> & { view: Pick<View, "filter" | "goal"> };

/** Cities that a file's name holds; of more it says how many. */
const MOST_NAMED = 3;

/**
 * What a chart's file is saved under, so that a folder tells what it is: city, title with what was chosen, years, data
 * version; and the same in ASCII, where departments stand by their ids, and areas are left out.
 */
export function nameChartFile({ definition, facts, plans, datasetId, view: { filter, goal } }: NamedChart, format: ChartFormat): [name: string, plain: string] {
  const { title, language } = facts;
  const texts = chartTexts(language);
  const years = plans.map(({ fiscalYear }) => fiscalYear);
  const told = years.some((year) => title.includes(texts.year(year)));
  const cities = [...new Set(plans.map(({ municipality }) => municipality))].filter((city) => !title.includes(city));
  const named = cities.length > MOST_NAMED ? [texts.municipalityCount(cities.length)] : cities;
  const words = [...named, title, ...(told || years.length === 0 ? [] : [texts.years(years)])];
  const own = definition.takesGoal ? goal : null;
  const plain = ["ayumi", definition.name, ...(own ? [own] : []), ...new Set(years.toSorted((a, b) => a - b)), ...(filter.departments ?? [])].filter((part) =>
    /^[\w-]+$/.test(`${part}`),
  );
  const end = `${shortHash(datasetId)}.${format}`;
  return [`${soundFileName(words.join("_"))}_${end}`, `${plain.join("-").slice(0, 120)}-${end}`];
}
