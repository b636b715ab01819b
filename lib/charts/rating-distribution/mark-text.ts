import type { ChartTexts } from "@/lib/texts/chart-ja";
import { roundShare } from "../percentage";
import { measureText } from "../text-fit";
import type { Segment } from "./model";

/** Size of the drawing's letters in pixels. */
export const FONT = 13;

/** 「A 12」, 「A 33%」, or as much of it as the mark has room for; the letter always stays. */
export function fitText(segment: Segment, width: number, { shares, texts }: { shares: boolean; texts: ChartTexts }): string {
  const name = segment.rating ?? texts.notRated;
  const amount = shares ? `${roundShare(segment.share ?? 0)}%` : String(segment.count);
  const choices = segment.rating === null ? [`${name} ${amount}`, amount] : [`${name} ${amount}`, name, segment.short ?? name];
  return choices.find((text) => measureText(text) * FONT + 6 <= width) ?? "";
}
