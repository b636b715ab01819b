import { usualView } from "@/lib/chart-urls";
import { CHARTS } from "@/lib/charts/registry";
import { municipalityFilterOf } from "@/lib/domain/goal-filter";
import { ChartLinks } from "../embed/chart-links";

/** A goal as an image, and the page that quotes it. */
export function GoalLinks({ id, dataset }: { id: string; dataset: string | null }) {
  return <ChartLinks definition={CHARTS.goal} view={{ ...usualView(CHARTS.goal), goal: id, dataset }} />;
}

/** The ribbon in which a goal's continuations are brought out, as an image, and the page that quotes it. */
export function LineageLinks({ id, dataset }: { id: string; dataset: string | null }) {
  const definition = CHARTS["continuation-ribbon"];
  return <ChartLinks definition={definition} view={{ ...usualView(definition), filter: municipalityFilterOf(id), focus: id, dataset }} />;
}
