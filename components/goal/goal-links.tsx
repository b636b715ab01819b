import { usualView } from "@/lib/chart-urls";
import { CHARTS } from "@/lib/charts/registry";
import { ChartLinks } from "../embed/chart-links";

/** A goal as an image, and the page that quotes it. */
export function GoalLinks({ id, dataset }: { id: string; dataset: string | null }) {
  return <ChartLinks definition={CHARTS.goal} view={{ ...usualView(CHARTS.goal), goal: id, dataset }} />;
}
