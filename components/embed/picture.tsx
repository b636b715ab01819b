import { FONTS } from "@/lib/charts/drawing-style";
import { drawingRoom, layoutPicture, type PictureLayout } from "@/lib/charts/picture-layout";
import type { DescribedChart } from "@/lib/charts/registry";
import type { PlacedDrawing } from "../charts/chart-view";
import type { LegendEntry } from "../charts/legend-list";
import { viewOf } from "../charts/registry";

/** A picture that knows where all its parts stand, and so how large it is. */
export interface PlacedPicture {
  facts: DescribedChart;
  drawing: PlacedDrawing;
  legend: LegendEntry[];
  layout: PictureLayout;
}

/** Names the parts of a drawing that is alone in its file. */
const ID = "d";

/**
 * Places a chart with all that a quoted picture must carry: title, legend, reading, basis, source. Pixels; wider than
 * asked where its parts need more.
 */
export function placePicture(facts: DescribedChart, source: string, width: number): PlacedPicture {
  const { place, legend: list } = viewOf(facts);
  const drawing = facts.empty ? { width: 0, height: 0, content: null } : place(facts.model, drawingRoom(width), { id: ID, view: null });
  const legend = facts.empty ? [] : list(facts.model, "l");
  const texts = {
    title: facts.title,
    reading: facts.reading,
    source: facts.basis + source,
    legend: legend.map((entry) => ({ text: entry.text, width: entry.width ?? 32 })),
  };
  return { facts, drawing, legend, layout: layoutPicture(texts, drawing, width) };
}

/** A placed chart as a picture of its own, without its styles, which `printPlainPicture` writes. */
export function ChartPicture({ picture: { facts, drawing, legend, layout } }: { picture: PlacedPicture }) {
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
        <text key={line.y} className={line.what} x={line.x} y={line.y} fontSize={line.size}>
          {line.text}
        </text>
      ))}
      {layout.legend.map((place, index) => {
        const { text, className, swatch } = legend[index]!;
        return (
          <g key={text}>
            <g className={className} transform={`translate(${place.x} ${place.y})`}>
              {swatch}
            </g>
            <text x={place.textX} y={place.y + 12.5} fontSize={12}>
              {text}
            </text>
          </g>
        );
      })}
      {!facts.empty && <g transform={`translate(${layout.drawing.x} ${layout.drawing.y})`}>{drawing.content}</g>}
    </svg>
  );
}
