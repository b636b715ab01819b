import { chartTexts } from "@/lib/texts/chart-texts";
import { groupBy } from "../group-by";
import { measureText } from "../text-fit";
import { COURSE_SIGNS } from "./course-sign";
import type { DrawnMark } from "./drawn";
import { BADGE, FONT, type Placed, THINNEST } from "./measure";
import type { ChangeBand, RatingChange } from "./model";
import { nameBand } from "./sentence";

/** Pixels: the thickest band, the room that a count takes, and that around the bands of a row. */
const THICKEST = 28;
const COUNT = 15;
const PAD = 4;
const GAP = 6;

/** Places bands: in each row those that leave it below each other, their counts before them, and those that arrive. */
export function placeBands({ rows, focus, language }: RatingChange, bands: readonly ChangeBand[]): Placed {
  const unit = THICKEST / Math.max(...bands.map(({ count }) => count));
  const thicknessOf = ({ count }: ChangeBand) => Math.max(THINNEST, count * unit);
  const leaving = groupBy(bands, ({ from }) => from);
  const arriving = groupBy(
    bands.toSorted((a, b) => a.to - b.to || a.from - b.from),
    ({ to }) => to,
  );
  // A band leaves where its count has room.
  const roomOf = (band: ChangeBand) => Math.max(COUNT, thicknessOf(band) + 2);
  const spanOf = (band: ChangeBand) => thicknessOf(band) + 2;
  const sum = (list: readonly ChangeBand[] | undefined, height: (band: ChangeBand) => number) => (list ?? []).reduce((total, band) => total + height(band), 0);
  const labels = bands.map((band) => ({ band, text: `${COURSE_SIGNS[band.course]}${band.count}` }));
  const before = Math.ceil(Math.max(...labels.map(({ text }) => measureText(text))) * FONT) + 2 * GAP;
  return {
    heights: rows.map((_, row) => Math.max(sum(leaving.get(row), roomOf), sum(arriving.get(row), spanOf)) + PAD),
    before,
    after: BADGE + GAP,
    draw(placed, years) {
      const [first, last] = [years[0]!.x, years.at(-1)!.x];
      const stack = (groups: typeof leaving, height: (band: ChangeBand) => number) => {
        const middles = new Map<ChangeBand, number>();
        for (const [row, own] of groups) {
          let top = placed[row]!.y + (placed[row]!.height - sum(own, height)) / 2;
          for (const band of own) {
            middles.set(band, top + height(band) / 2);
            top += height(band);
          }
        }
        return middles;
      };
      const [starts, ends] = [stack(leaving, roomOf), stack(arriving, spanOf)];
      return labels.map(({ band, text }): DrawnMark => {
        const [y0, y1] = [starts.get(band)!, ends.get(band)!];
        return {
          key: `${band.from}-${band.to}-${band.course}`,
          name: nameBand(band, rows, chartTexts(language)),
          lead: { band: band.asked },
          course: band.course,
          ...(focus?.name && { bright: (band.focused ?? 0) / band.count }),
          points: [
            { x: first, y: y0 },
            { x: last, y: y1 },
          ],
          thickness: thicknessOf(band),
          labels: [{ x: first - GAP, y: y0 + 4.5, text, anchor: "end" }],
        };
      });
    },
  };
}
