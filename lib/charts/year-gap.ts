import type { ChartTexts } from "@/lib/texts/chart-ja";

/** Years between the first and the last of those shown that there are no documents of. `held`: all that there are, also where they are not shown. */
export function findMissingYears(shown: readonly number[], held: readonly number[]): number[] {
  const [first, last] = [Math.min(...shown), Math.max(...shown)];
  const known = new Set([...shown, ...held]);
  return shown.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index).filter((year) => !known.has(year));
}

/** Whether there is a missing year right before a shown one, where drawings leave a gap. */
export function opensGap(year: number, missing: readonly number[]): boolean {
  return missing.includes(year - 1);
}

/** 「令和4〜6年度の資料はありません（図の点線）。」; empty where all years are held. */
export function nameMissingYears(missing: readonly number[], texts: ChartTexts): string {
  return missing.length === 0 ? "" : texts.missingYears(missing);
}
