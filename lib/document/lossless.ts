import type { PlanReading } from "@/lib/domain/reading";
import { type MappedText, sliceMapped, sourceEnd, sourceStart } from "./markup";
import { reportNotUnderstood, type Walk } from "./walk-state";

/** What sets a text off, and says nothing by itself: brackets, bullets, colons, rules. */
const SIGN = /[\s\v【】（）()［］[\]〔〕<>＜＞《》「」『』:：;；・･•,，、.．。|｜*＊#■□●○◆◇▼▲▶★☆_＿=＝~〜～\-‐‑–—―−－―ー/／\\\u200b\u2060\ufeff]/;

/**
 * Says of every stretch of a text that is in no field, no recognised heading, nothing to be ignored and no message that it was not understood:
 * whatever the walk over the rows does, nothing is lost in silence.
 */
export function reportUncovered(walk: Walk, readings: readonly PlanReading[], length: number): void {
  const covered = new Uint8Array(length);
  const cover = (start: number, end: number) => covered.fill(1, start, end);
  for (const { places } of readings) for (const span of Object.values(places).flat()) cover(span.start.offset, span.end.offset);
  for (const { span } of walk.messages) if (span) cover(span.start.offset, span.end.offset);
  for (const text of [...walk.headings, ...walk.ignored]) cover(sourceStart(text, 0), sourceEnd(text));
  for (const row of walk.rows) {
    if (row.form !== "text") continue;
    const lost = row.cells.flatMap((cell) => findLost(cell, covered));
    if (lost.length > 0) reportNotUnderstood(walk, ...lost);
  }
}

/** The stretches of a cell that nothing covers, less signs around them; blanks do not part them. */
function findLost(cell: MappedText, covered: Uint8Array): MappedText[] {
  const lost: MappedText[] = [];
  let from = -1;
  let to = -1;
  const end = () => {
    if (from !== -1) lost.push(sliceMapped(cell, from, to));
    from = -1;
  };
  for (let index = 0; index < cell.text.length; index++) {
    const isCovered = covered[sourceStart(cell, index)] === 1;
    if (isCovered) end();
    else if (!SIGN.test(cell.text[index]!)) {
      if (from === -1) from = index;
      to = index + 1;
    }
  }
  end();
  return lost;
}
