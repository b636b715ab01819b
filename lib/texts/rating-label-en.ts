import { foldLabel } from "@/lib/domain/rating/label";

/** What scales of municipalities' documents commonly call a rating; what is not here stays as it is printed. */
const LABELS: Record<string, string> = {
  達成: "Achieved",
  概ね達成: "Mostly achieved",
  半分程度達成: "About half achieved",
  一部達成: "Partly achieved",
  一部未達成: "Partly not achieved",
  やや未達成: "Slightly short of the target",
  未達成: "Not achieved",
  未実施: "Not carried out",
  未着手: "Not started",
  実施: "Carried out",
  完了: "Completed",
  目標を上回る: "Above target",
  目標どおり: "On target",
  目標を下回る: "Below target",
  目標以上: "At or above target",
  計画以上: "Better than planned",
  計画通り: "As planned",
  計画どおり: "As planned",
  計画未満: "Less than planned",
  評価不能: "Cannot be evaluated",
  順調: "On track",
  概ね順調: "Mostly on track",
  やや遅れ: "Slightly delayed",
  遅れている: "Delayed",
  十分: "Sufficient",
  不十分: "Insufficient",
};

const FOLDED = new Map(Object.entries(LABELS).map(([label, english]) => [foldLabel(label), english]));

/** A rating's meaning in English, where it is a common one; else as the document prints it. */
export function translateLabel(label: string): string {
  return FOLDED.get(foldLabel(label)) ?? label;
}
