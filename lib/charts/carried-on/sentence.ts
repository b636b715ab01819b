import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import { goalJa } from "@/lib/texts/goal-ja";
import { type CarriedFate, type CarriedOn, type CarriedRow, countMoves, type Move } from "./model";

/** 「令和3年度から続く具体的取組」 */
export function titleCarriedOn({ from, level }: Pick<CarriedOn, "from" | "level">): string {
  return `${formatFiscalYear(from)}から続く${ja.level[level]}`;
}

/** A count that leads to exactly the rows that it counts. */
export interface FateCount {
  fate: CarriedFate;
  /** 「令和3年度の9件のうち」, where it is a part of another whole than the count before. */
  whole: string | null;
  count: number;
  label: string;
}

/** Of the earlier year's items how many go on and how many have no successor, and of the later year's how many are new. */
export function listFateCounts(carriedOn: CarriedOn): FateCount[] {
  const { from, to, counts } = carriedOn;
  return [
    { fate: "continuing", whole: `${formatFiscalYear(from)}の${counts.before}件のうち`, count: counts.continuing, label: nameContinuing(carriedOn) },
    { fate: "ended", whole: null, count: counts.ended, label: ja.carriedOn.ended },
    { fate: "new", whole: `${formatFiscalYear(to)}の${counts.after}件のうち`, count: counts.new, label: ja.carriedOn.new(formatFiscalYear(from)) },
  ];
}

/** 継続の候補, or 継続 where planners decided about every link. */
export function nameContinuing({ links, checked }: Pick<CarriedOn, "links" | "checked">): string {
  return links > checked ? ja.carriedOn.candidates : ja.carriedOn.continuing;
}

/** What became of what ended: 「達成して終了（確認済み）」 where a planner said so, else that no successor was found. */
export function nameEnd({ end }: Pick<CarriedRow, "end">): string {
  return end ? goalJa.ended(end) : ja.carriedOn.ended;
}

/** 「自動判定による候補です（つながり9件のうち職員が確認したもの0件）。」 */
export function readDoubt({ links, checked }: Pick<CarriedOn, "links" | "checked">, texts: ChartTexts): string {
  if (links === 0) return "";
  return links === checked ? texts.change.allChecked(links) : texts.change.doubt(links, checked);
}

/** How many of the carried-on goals moved how; nothing where no pair is rated in both years. */
export function listMoveCounts(carriedOn: Pick<CarriedOn, "pairs">): { move: Move; count: number; label: string }[] {
  const counts = countMoves(carriedOn);
  const all = (["up", "same", "down", "outside"] as const).map((move) => ({ move, count: counts[move], label: ja.carriedOn.move[move] }));
  return all.every(({ count }) => count === 0) ? [] : all;
}
