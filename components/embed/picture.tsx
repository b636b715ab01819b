import { altText } from "@/lib/charts/alt-text";
import { FONTS } from "@/lib/charts/drawing-style";
import { drawingRoom, layoutPicture, type PictureLayout } from "@/lib/charts/picture-layout";
import type { DescribedChart } from "@/lib/charts/registry";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { PlacedDrawing } from "../charts/chart-view";
import { type LegendEntry, measureLegend } from "../charts/legend-list";
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
    source: chartTexts(facts.language).join(facts.basis, source),
    legend: measureLegend(legend),
  };
  return { facts, drawing, legend, layout: layoutPicture(texts, drawing, width) };
}

/** What a picture of its own is drawn from, and where each part stands; `scale` is how much it is enlarged, where it is. */
interface ChartPictureProps {
  facts: DescribedChart;
  drawing: PlacedDrawing | null;
  legend: readonly LegendEntry[];
  /** How large it is shown, where not as it is laid out. */
  pixels?: { width: number; height: number };
  layout: {
    width: number;
    height: number;
    lines: readonly { x: number; y: number; size: number; what: string; text: string }[];
    legend: readonly (Spot & { textX: number })[];
    drawing: Spot | null;
  };
}

interface Spot {
  x: number;
  y: number;
  scale?: number;
}

/** A placed chart as a picture of its own, without its styles, which `printPlainPicture` writes. */
export function ChartPicture({ picture: { facts, drawing, legend, layout, pixels = layout } }: { picture: ChartPictureProps }) {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      width={pixels.width}
      height={pixels.height}
      fontFamily={FONTS}
      fontSize={13}
      role="img"
      aria-label={altText(facts)}
    >
      <rect className="paper" width={layout.width} height={layout.height} />
      {layout.lines.map((line) => (
        <text key={`${line.what} ${line.y}`} className={line.what} x={line.x} y={line.y} fontSize={line.size}>
          {line.text}
        </text>
      ))}
      {layout.legend.map((spot, index) => {
        const { text, className, swatch } = legend[index]!;
        const { scale = 1 } = spot;
        return (
          <g key={text}>
            <g className={className} transform={moveTo(spot)}>
              {swatch}
            </g>
            <text x={spot.textX} y={spot.y + 12.5 * scale} fontSize={12 * scale}>
              {text}
            </text>
          </g>
        );
      })}
      {!facts.empty && drawing && layout.drawing && <g transform={moveTo(layout.drawing)}>{drawing.content}</g>}
    </svg>
  );
}

function moveTo({ x, y, scale }: Spot): string {
  return `translate(${x} ${y})${scale === undefined ? "" : ` scale(${scale})`}`;
}
