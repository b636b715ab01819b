import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { InitiativeCounts } from "./carried";
import type { CarriedKey, DistributionRow, RatingDistribution, Segment } from "./model";

/** How many of a row's units were carried on. */
export function countCarried({ segments }: Pick<DistributionRow, "segments">): number {
  return segments.reduce((sum, { carried = 0 }) => sum + carried, 0);
}

/** 「令和3年度から続く目標（候補）」: what the mark stands for, and how sure that is. */
export function nameCarried({ from, count, confirmed }: CarriedKey, unit: RatingDistribution["unit"], texts: ChartTexts): string {
  const told = texts.distribution.carried;
  // The same goal is counted in each year that it stands in, so no number of it would be one of goals.
  const isMixed = confirmed > 0 && confirmed < count;
  return told.name(from, unit, isMixed ? told.mixed : describeStatus(count, confirmed, texts));
}

/** 「、令和3年度から続く（候補）」, of one goal; empty where it was not carried on. */
export function tellUnitCarried(carried: Pick<CarriedKey, "from"> | null, status: string | undefined, texts: ChartTexts): string {
  const told = texts.distribution.carried;
  if (carried === null || status === undefined) return "";
  return told.aside(told.described(carried.from, describeStatus(1, status === "confirmed" ? 1 : 0, texts)));
}

/** 「、うち令和3年度から続く（候補）3件」, of a part of a chart; empty where there is none. */
export function tellCarried(
  carried: Pick<CarriedKey, "from"> | null,
  { carried: count = 0, confirmed = 0 }: Pick<Segment, "carried" | "confirmed">,
  texts: ChartTexts,
): string {
  const told = texts.distribution.carried;
  return carried === null || count === 0 ? "" : told.ofThem(told.described(carried.from, describeStatus(count, confirmed, texts)), count);
}

/** The same of a row. */
export function tellRowCarried(carried: Pick<CarriedKey, "from"> | null, row: DistributionRow, texts: ChartTexts): string {
  return tellCarried(carried, { carried: countCarried(row), confirmed: row.segments.reduce((sum, { confirmed = 0 }) => sum + confirmed, 0) }, texts);
}

/** 「平成30年度の具体的取組12件のうち10件が令和7年度に続く（候補）」 */
export function tellInitiatives({ from, to }: Pick<CarriedKey, "from" | "to">, { before, continuing }: InitiativeCounts, texts: ChartTexts): string {
  return texts.distribution.carried.initiatives(from, to, before, continuing);
}

/** What the figures beside a matrix of departments are; empty where there are none. */
export function describeInitiatives({ carried, groups, language }: Pick<RatingDistribution, "carried" | "groups" | "language">): string {
  if (!carried || !groups.some(({ initiatives }) => initiatives)) return "";
  return chartTexts(language).distribution.carried.initiativesBasis(carried.from, carried.to);
}

/** What the drawing dims, with the counts of each year; or why nothing can be told of the year that was asked for; empty where none was. */
export function readCarried(
  { carried, totals, unit, language }: Pick<RatingDistribution, "carried" | "totals" | "unit" | "language">,
  asked: number | null | undefined,
): string {
  const texts = chartTexts(language);
  const told = texts.distribution.carried;
  if (asked === null || asked === undefined) return "";
  if (!carried) return told.impossible(asked);
  const years = totals
    .filter((row) => row.total > 0 && row.fiscalYear >= carried.from)
    .map((row) =>
      row.fiscalYear === carried.from ? told.goingOn(row.total, countCarried(row), carried) : texts.focus.ofYear(row.fiscalYear, row.total, countCarried(row)),
    );
  return texts.focus.only(nameCarried(carried, unit, texts), texts.list(years));
}

function describeStatus(count: number, confirmed: number, { distribution: { carried } }: ChartTexts): string {
  if (confirmed === 0) return carried.candidate;
  return confirmed === count ? carried.confirmed : carried.partly(confirmed);
}
