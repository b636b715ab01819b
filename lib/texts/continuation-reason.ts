import type { Change, ItemRef, Reason, ScoreParts } from "@/lib/domain/continuation";
import type { ContinuationLink } from "@/lib/domain/continuation-history";
import { ja } from "./ja";

const ATTRIBUTES: Record<Change["what"], string> = {
  department: ja.field.department,
  responsibleUnit: ja.field.responsibleUnit,
  policyArea: ja.field.policyArea,
  policyGoal: ja.field.policyGoal,
};

/** A reason for or against a link as a Japanese sentence. `nameOf` gives the title or text of an item. */
export function describeReason(reason: Reason, nameOf: (ref: ItemRef) => string): string {
  switch (reason.what) {
    case "phrase":
      return `共通する語句「${reason.phrase}」（判定への寄与${percent(reason.share)}）`;
    case "same":
      return `${ATTRIBUTES[reason.attribute]}が同じ「${reason.value}」`;
    case "initiatives":
      return `つながる具体的取組がある：${reason.pairs.map((pair) => `「${cut(nameOf(pair.predecessor))}」→「${cut(nameOf(pair.successor))}」`).join("、")}`;
    case "goals":
      return `重点目標「${cut(nameOf(reason.predecessor))}」が「${cut(nameOf(reason.successor))}」につながるとみられる（具体的取組の文章だけでは決まらない分を補う）`;
    case "rival":
      return `「${cut(nameOf(reason.item))}」の方がよく似ている（見込みを下げる）`;
  }
}

/** 分野が「行財政運営」から「市政運営」に変わった */
export function describeChange(change: Change): string {
  return `${ATTRIBUTES[change.what]}が「${change.from}」から「${change.to}」に変わった（つながりの判断には影響しない）`;
}

/** The parts of a score as names and values, for a table. */
export function listScoreParts(parts: ScoreParts): [name: string, value: string][] {
  const rows: [string, number | null | undefined][] = [
    ["文章の類似度", parts.similarity],
    ["所管室・課の類似度", parts.unit],
    ["後の年度に、より類似した候補がある度合い", parts.successorLead],
    ["前の年度に、より類似した候補がある度合い", parts.predecessorLead],
    ["文章・所管・競合だけによる見込み", parts.own],
    ["重点目標どうしのつながり（題名と達成目標）", parts.goals],
    ["具体的取組どうしのつながり", parts.initiatives],
  ];
  return rows.flatMap(([name, value]): [string, string][] => (value == null ? [] : [[name, value.toFixed(2)]]));
}

/** 「高 0.83」, 「中 0.66」, 「要確認 0.48」: how likely it is that something goes on, as the engine estimates it; the number alone of what planners decided. */
export function describeScore({ score, status }: Pick<ContinuationLink, "score" | "status">): string {
  if (status !== "proposed") return score.toFixed(2);
  return `${score >= LIKELY ? "高" : score >= DOUBTFUL ? "中" : "要確認"} ${score.toFixed(2)}`;
}

/** From this score on hardly a link is wrong; below the other a proposal is a suggestion to check (docs/measurements.md). */
const LIKELY = 0.8;
const DOUBTFUL = 0.5;

function cut(text: string): string {
  return [...text].length > 24 ? `${[...text].slice(0, 23).join("")}…` : text;
}

function percent(share: number): string {
  return `${Math.round(100 * share)}%`;
}
