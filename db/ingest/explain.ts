import type { Span } from "@/lib/domain/place";
import type { LineKind, Reading } from "@/lib/domain/reading";
import { labelGoalField, labelPlanField } from "@/lib/texts/field-label";
import { ja } from "@/lib/texts/ja";

const KINDS: Record<LineKind, string> = {
  blank: "空行",
  field: "読まない欄",
  heading: "見出し",
  separator: "区切り",
  decoration: "飾り",
  "not-understood": "読み取れない",
};

/** Letters of a line that are shown. */
const SHOWN = 40;

/** A line for each source line: its place, what it was taken for, which fields stand in it, and how it begins. */
export function explainReading({ text, lines, plans, source }: Reading): string[] {
  const fields = new Map<number, Set<string>>();
  const found: { name: string; span: Span }[] = [];
  for (const { plan, places } of plans) {
    const ofPlan = plans.length > 1 ? `${plan.department} ` : "";
    for (const [pointer, spans] of Object.entries(places)) {
      const name = ofPlan + nameField(pointer, (position) => plan.priorityGoals[position]?.number ?? position + 1);
      found.push(...spans.map((span) => ({ name, span })));
    }
  }
  found.sort((one, other) => one.span.start.offset - other.span.start.offset);
  for (const { name, span } of found) {
    for (let line = span.start.line; line <= span.end.line; line++) fields.set(line, (fields.get(line) ?? new Set()).add(name));
  }
  const texts = text.split(/\r\n|\r|\n/);
  return lines.flatMap((kind, index) => {
    if (kind === "blank") return [];
    const place = source?.places[index] || `${index + 1}行`;
    const names = [...(fields.get(index + 1) ?? [])].join("、");
    const what = names === "" ? KINDS[kind] : names;
    return [`${place}\t${what}\t${(texts[index] ?? "").replace(/[\t\v]+/g, "｜").slice(0, SHOWN)}`];
  });
}

/** 重点目標1の今年度の達成目標 2, or a field of the plan's own. */
function nameField(pointer: string, numberOf: (position: number) => number): string {
  const goal = /^\/priorityGoals\/(\d+)(\/.*)$/.exec(pointer);
  return goal ? `${ja.field.goalTitle}${numberOf(Number(goal[1]))}の${labelGoalField(goal[2]!)}` : labelPlanField(pointer);
}
