import type { RibbonKinds } from "@/lib/charts/continuation-ribbon/kinds";
import type { DrawnDistribution } from "@/lib/charts/rating-distribution/model";
import type { LinkedRibbon } from "./continuation-ribbon/hrefs";
import type { PanelLead } from "./goal-lead";
import type { LinkedChange } from "./rating-change/hrefs";
import type { ChangeKinds } from "./rating-change/legend";

/** A drawing of a page, as its static and its interactive version have it. */
export interface DrawingProps {
  /** Pixels that it is laid out for. */
  width: number;
  /** Names its parts. */
  id: string;
  title: string;
  dataset: string | null;
  panel?: PanelLead | undefined;
}

export interface InteractiveProps<Data> {
  data: Data;
  drawing: DrawingProps;
  /** Where the legend stands; `null` while another drawing of the figure is shown. */
  legend: HTMLElement | null;
}

/** A distribution, with the address that its legend leads to. */
export type SentDistribution = DrawnDistribution & { carriedHref: string };

/** What a page sends for each chart's interactive version, as JSON. */
export interface InteractiveData {
  "rating-distribution": SentDistribution;
  "rating-by-year": SentDistribution;
  "continuation-ribbon": { drawn: LinkedRibbon; kinds: RibbonKinds };
  "rating-change": { drawn: LinkedChange; kinds: ChangeKinds };
  attention: never;
  headline: never;
  goal: never;
  comparison: never;
  municipalities: never;
}
