import type { ReactNode } from "react";
import { layoutAttention } from "@/lib/charts/attention-layout";
import type { Drawing } from "@/lib/charts/chart-facts";
import { cutRibbon } from "@/lib/charts/continuation-cut";
import { layoutRibbon, RIBBON_WIDTHS } from "@/lib/charts/continuation-ribbon-layout";
import { layoutHeadline } from "@/lib/charts/headline-layout";
import { cutDistribution } from "@/lib/charts/rating-distribution-cut";
import { layoutDistribution } from "@/lib/charts/rating-distribution-layout";
import { continuationHref, goalHref, itemHref } from "@/lib/urls";
import { RibbonMarks } from "./continuation-ribbon/static";
import { DistributionMarks, StripePattern } from "./rating-distribution/static";
import { TextMarks } from "./text-drawing";

/** A drawing's marks and the room that they take, in pixels; it may be wider than asked where its parts need more. */
export interface PlacedDrawing {
  width: number;
  height: number;
  content: ReactNode;
}

interface DrawingOptions {
  /** Names the drawing's parts; different for each drawing of a page. */
  id: string;
  dataset: string | null;
  /** Marks lead to the site's pages, in a new tab, as other pages may hold the drawing. */
  linked: boolean;
}

/** Draws any chart at a width in pixels (from 280). */
export function placeDrawing(drawing: Drawing, width: number, { id, dataset, linked }: DrawingOptions): PlacedDrawing {
  switch (drawing.what) {
    case "distribution": {
      const layout = layoutDistribution(cutDistribution(drawing.chart), width);
      return { width: layout.width, height: layout.height, content: <DistributionMarks layout={layout} id={id} dataset={dataset} linked={linked} newTab /> };
    }
    case "ribbon": {
      const ribbon = cutRibbon(drawing.ribbon);
      const layout = layoutRibbon(ribbon, Math.max(RIBBON_WIDTHS.narrow, width));
      const hrefs = { hrefOfItem: (key: string) => itemHref(key, dataset), hrefOfLink: (before: string, after: string) => continuationHref(before, after, dataset) };
      return { width: layout.width, height: layout.height, content: <RibbonMarks ribbon={ribbon} layout={layout} id={id} hrefs={linked ? hrefs : null} newTab /> };
    }
    case "attention":
    case "headline": {
      const layout = drawing.what === "attention" ? layoutAttention(drawing.attention, width) : layoutHeadline(drawing.chart, drawing.heading, width);
      return {
        width: layout.width,
        height: layout.height,
        content: (
          <>
            <StripePattern id={id} />
            <TextMarks drawing={layout} id={id} hrefOfGoal={linked ? (goalId) => goalHref(goalId, dataset) : null} newTab />
          </>
        ),
      };
    }
  }
}
