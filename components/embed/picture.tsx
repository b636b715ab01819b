import type { ChartFacts } from "@/lib/charts/chart-facts";
import { drawingStyle, FONTS, type Theme } from "@/lib/charts/drawing-style";
import { drawingRoom, layoutPicture } from "@/lib/charts/picture-layout";
import { placeDrawing } from "../charts/drawing";
import { listLegend } from "../charts/legend-entries";

interface ChartPictureProps {
  facts: ChartFacts;
  /** Where the figures come from, with the data version. */
  source: string;
  /** Pixels; the picture is wider where its parts need more. */
  width: number;
  theme: Theme;
}

/** Names the parts of a drawing that is alone in its file. */
const ID = "d";

/** A chart as a picture of its own, with all that a quoted picture must carry: title, legend, reading, basis, source. */
export function ChartPicture({ facts, source, width, theme }: ChartPictureProps) {
  const drawing = placeDrawing(facts.drawing, drawingRoom(width), { id: ID, dataset: null, linked: false });
  const legend = facts.empty ? [] : listLegend(facts.drawing, "l");
  const texts = { title: facts.title, reading: facts.reading, source: facts.basis + source, legend: legend.map((entry) => ({ text: entry.text, width: entry.width ?? 32 })) };
  const layout = layoutPicture(texts, facts.empty ? { width: 0, height: 0 } : drawing, width);
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox={`0 0 ${layout.width} ${layout.height}`} width={layout.width} height={layout.height} fontFamily={FONTS} fontSize={13} role="img" aria-label={`${facts.title}。${facts.reading}`}>
      <style>{drawingStyle(theme)}</style>
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
