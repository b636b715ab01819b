import type { RatingValue } from "@/lib/domain/rating/value";
import { translateLabel } from "./rating-label-en";

/** What charts count, one and several. */
export const UNITS_EN = { goals: ["priority goal", "priority goals"], targets: ["target", "targets"] } as const satisfies Record<
  string,
  readonly [string, string]
>;

/** `2025` as FY2025: a Japanese fiscal year begins in April. */
export function fiscalYearEn(year: number): string {
  return `FY${year}`;
}

/** 1 priority goal, 4 priority goals. */
export function countEn(count: number, [one, several]: readonly [string, string]): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** Priority goals by their numbers, of another department than the one that is told of with its name. */
export function goalsOfEn(numbers: readonly number[], department: string | null): string {
  return `${UNITS_EN.goals[numbers.length === 1 ? 0 : 1]} ${listEn(numbers.map(String))}${department === null ? "" : ` of ${department}`}`;
}

/** A, B and C. */
export function listEn(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** The form of a verb that goes with a count: is, are. */
export function withCount(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** `B` as `B Mostly achieved`, 順調 as `順調 (On track)`; `null` as Not rated. */
export function ratingEn(value: Pick<RatingValue, "rating" | "label"> | null): string {
  if (value === null) return "Not rated";
  if (value.label) return `${value.rating} ${translateLabel(value.label)}`;
  const known = translateLabel(value.rating);
  return known === value.rating ? value.rating : `${value.rating} (${known})`;
}

/** At a sentence's beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
