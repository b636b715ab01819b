import { CARD_SHAPES, type CardLayout, type CardSize, DRAWING_WIDTHS, layoutCard } from "@/lib/charts/card-layout";
import { FONTS } from "@/lib/charts/drawing-style";
import type { DescribedChart } from "@/lib/charts/registry";
import type { PlacedDrawing } from "./chart-view";
import type { LegendEntry } from "./legend-list";
import { viewOf } from "./registry";

/** A chart in one of the shapes that other programs show. */
export interface PlacedCard {
  facts: DescribedChart;
  drawing: PlacedDrawing | null;
  legend: LegendEntry[];
  layout: CardLayout;
}

/** Places a chart in a shape, as large as its texts stay legible; a drawing that could not be read there gives way to its sentence. */
export function placeCard(facts: DescribedChart, source: string, size: CardSize): PlacedCard {
  const { place, legend: list } = viewOf(facts);
  const drawings = facts.empty ? [] : DRAWING_WIDTHS.map((width) => place(facts.model, width, { id: "d", view: null }));
  const legend = facts.empty ? [] : list(facts.model, "l");
  const texts = {
    title: facts.title,
    reading: facts.reading,
    source,
    legend: legend.map((entry) => ({ text: entry.text, width: entry.width ?? 32 })),
  };
  const { layout, taken } = layoutCard(texts, drawings, CARD_SHAPES[size]);
  return { facts, drawing: drawings[taken] ?? null, legend, layout };
}

/** A placed card as a picture of its own, without its styles, which `printPlainPicture` writes. */
export function ChartCard({ card: { facts, drawing, legend, layout } }: { card: PlacedCard }) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={layout.width}
      height={layout.height}
      fontFamily={FONTS}
      fontSize={13}
      role="img"
      aria-label={`${facts.title}。${facts.reading}`}
    >
      <rect className="paper" width={layout.width} height={layout.height} />
      {layout.lines.map((line) => (
        <text key={`${line.what} ${line.y}`} className={line.what} x={line.x} y={line.y} fontSize={line.size}>
          {line.text}
        </text>
      ))}
      {layout.legend.map((place, index) => {
        const { text, className, swatch } = legend[index]!;
        return (
          <g key={text}>
            <g className={className} transform={`translate(${place.x} ${place.y}) scale(${place.scale})`}>
              {swatch}
            </g>
            <text x={place.textX} y={place.y + 12.5 * place.scale} fontSize={12 * place.scale}>
              {text}
            </text>
          </g>
        );
      })}
      {drawing && layout.drawing && <g transform={`translate(${layout.drawing.x} ${layout.drawing.y}) scale(${layout.drawing.scale})`}>{drawing.content}</g>}
    </svg>
  );
}
