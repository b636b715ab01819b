import type { ComponentType } from "react";
import type { ChartName } from "@/lib/charts/registry";
import type { InteractiveData, InteractiveProps } from "./interactive-props";

type Load<Data> = () => Promise<ComponentType<InteractiveProps<Data>>>;

/** Each chart's version by Recharts, fetched when it is wanted; `null` for a list of texts, which a page writes as such. */
export const INTERACTIVES: { [Name in ChartName]: Load<InteractiveData[Name]> | null } = {
  "rating-distribution": async () => (await import("./rating-distribution/interactive")).InteractiveDistribution,
  "rating-by-year": async () => (await import("./rating-distribution/interactive")).InteractiveDistribution,
  "continuation-ribbon": async () => (await import("./continuation-ribbon/interactive")).InteractiveRibbon,
  "rating-change": async () => (await import("./rating-change/interactive")).InteractiveChange,
  attention: null,
  headline: null,
  goal: null,
  comparison: null,
  municipalities: null,
};
