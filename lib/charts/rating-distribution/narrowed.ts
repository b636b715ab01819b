import { type GoalFilter, NONE } from "@/lib/domain/goal-filter";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { Language } from "@/lib/texts/language";
import type { ChartUnit } from "../contract";

/** 「達成度がC・評価未掲載の重点目標」: whose ratings a chart is narrowed to; empty where it is not. */
export function nameRatings({ ratings = [] }: Pick<GoalFilter, "ratings">, texts: ChartTexts): string {
  return ratings.length === 0
    ? ""
    : texts.distribution.narrowed.name(
        ratings.filter((rating) => rating !== NONE),
        ratings.includes(NONE),
      );
}

/** Whether goals are counted by the rating that they were chosen by: a share would be of the chosen alone, and say nothing. */
export function isSharePart(unit: ChartUnit, { ratings = [] }: Pick<GoalFilter, "ratings">): boolean {
  return unit === "goals" && ratings.length > 0;
}

/** What a chart that is narrowed to some ratings leaves out, and why it compares nothing; empty for any other. */
export function describeNarrowed({ unit, language }: { unit: "goals" | "targets"; language: Language }, filter: Pick<GoalFilter, "ratings">): string {
  const texts = chartTexts(language);
  const name = nameRatings(filter, texts);
  return name === "" ? "" : texts.distribution.narrowed.basis(name, unit, filter.ratings!.includes(NONE));
}
