import type { ReactNode } from "react";
import type { ChartFacts } from "@/lib/charts/contract";
import type { View } from "@/lib/parameters/view";
import type { Language } from "@/lib/texts/language";
import type { LegendEntry } from "./legend-list";

/** A drawing's marks and the room that they take, in pixels; it may be wider than asked where its parts need more. */
export interface PlacedDrawing {
  width: number;
  height: number;
  content: ReactNode;
}

export interface DrawingOptions {
  /** Names the drawing's parts; different for each drawing of a page. */
  id: string;
  /** What the chart was asked for, with which its marks lead on, in a new tab, as other pages may hold the drawing; `null` in a file, where they lead nowhere. */
  view: View | null;
}

/** What a picture shows of a chart, and how it reads. */
export type ShownChart<Model> = Pick<ChartFacts<Model>, "model" | "reading">;

/** How a chart looks. The same marks and legend are in pages, embeds and pictures. */
export interface ChartView<Model> {
  /** Draws it at a width in pixels (from 280). */
  place(model: Model, width: number, options: DrawingOptions): PlacedDrawing;
  /** Less of it, and what is then said of it, for a picture of a shape that has no room for all; `null` where there is no less. */
  shorten?(shown: ShownChart<Model>): ShownChart<Model> | null;
  /** What its marks stand for; nothing where the drawing says it itself. `hrefOf` gives the address of the same with a change; none in a file. */
  legend(model: Model, id: string, hrefOf?: (change: Partial<View>) => string): LegendEntry[];
  /** Its numbers, to be read in a page. */
  Table(props: TableProps<Model>): ReactNode;
}

export interface TableProps<Model> {
  facts: ChartFacts<Model> & { language: Language };
  view: View;
}
