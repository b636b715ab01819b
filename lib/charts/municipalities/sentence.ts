import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { ChartSubject } from "../contract";
import { addsUp } from "../percentage";
import { type MunicipalitiesChart, type Panel, printAmount } from "./model";

/** Municipalities whose figures are told; of more, their names. */
const MOST_TOLD = 3;

/** That each rates itself, and what each came to by its own scale, one after the other. Nothing is said of two together. */
export function readMunicipalities(chart: MunicipalitiesChart): string {
  const texts = chartTexts(chart.language);
  const told = texts.municipalities;
  if (chart.panels.length === 0) return texts.noGoals;
  const [drawn, more] = [chart.panels.slice(0, chart.drawn), chart.panels.length - chart.drawn];
  const each =
    more === 0 && drawn.length <= MOST_TOLD
      ? drawn.map((panel) => texts.sentence(tellPanel(panel, chart)))
      : [
          told.shown(
            drawn.map(({ name }) => name),
            more,
          ),
        ];
  return texts.join(told.ownScales, ...each);
}

/** 「柏原市は、令和7年度の4件の重点目標のうちA1件・B2件です」, without its stop. */
export function tellPanel(panel: Panel, chart: Pick<MunicipalitiesChart, "unit" | "measure" | "language">): string {
  const texts = chartTexts(chart.language);
  const told = texts.municipalities;
  const { name, fiscalYear, total, rated } = panel;
  if (fiscalYear === null) return told.noPlans(name);
  const count = texts.countUnits(total, chart.unit);
  if (rated === 0) return total === 0 ? told.noUnits(name, fiscalYear, chart.unit) : told.notRated(name, fiscalYear, count);
  const amounts = panel.rows
    .filter((row) => row.count > 0)
    .map((row) => told.shortAmount(row.rating === null ? texts.notRated : texts.quoteRating({ rating: row.rating }), printAmount(row, chart)));
  return told.rated(name, fiscalYear, count, amounts);
}

/** 「A 達成 1件」, each rating that occurs. */
export function listAmounts({ rows }: Panel, chart: Pick<MunicipalitiesChart, "measure" | "language">, texts: ChartTexts): string[] {
  return rows.filter(({ count }) => count > 0).map((row) => texts.municipalities.amount(row.label, printAmount(row, chart)));
}

/** What was counted, of which years, what must not be read from it, and what is left out. */
export function explainMunicipalities(
  { panels, drawn, others, unit, measure, language }: MunicipalitiesChart,
  { filter }: Pick<ChartSubject, "filter">,
): string {
  const texts = chartTexts(language);
  const told = texts.municipalities;
  if (panels.length === 0) return "";
  const rounded = measure === "share" && panels.some(({ rows }) => !addsUp(rows.filter(({ share }) => share !== null).map(({ count }) => count)));
  return texts.join(
    measure === "share" ? told.shares(unit) : texts.distribution.countedUnits(unit),
    filter.fiscalYears?.length === 1 ? "" : told.newestYears,
    told.bars,
    rounded ? texts.rounded : "",
    panels.length > drawn ? told.cut(drawn, panels.length - drawn) : "",
    others > 0 ? told.others(others) : "",
  );
}
