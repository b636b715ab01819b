import { LIMITS } from "@/lib/domain/limits";
import type { LineKind } from "@/lib/domain/reading";
import { type MappedText, sliceMapped, trimMapped } from "./markup";
import { foldText } from "./normalize";
import type { ScaleDraft } from "./plan-draft";
import type { Row } from "./row";
import { findCountColumns, isCriterionLine, isScaleHeading, readScaleEntries } from "./scale";
import { findScaleNote } from "./scale-mark";
import { type HeadedCell, reportNotUnderstood, reportRepeated, type Walk } from "./walk-state";

/** From here on, rows are entries of the plan's scale; the heading's own row may hold some, or all of it. */
export function startScale(walk: Walk, row: Row, { cell, hit, at }: HeadedCell): LineKind {
  walk.mode = "scale";
  const from = hit?.valueFrom ?? cell.text.length;
  const heading = sliceMapped(cell, 0, from);
  walk.scale = { countColumns: [], last: null, continued: null, heading };
  const beside = [unwrapWhole(trimMapped(sliceMapped(cell, from))), ...row.cells.slice(at + 1)].filter(({ text }) => text !== "");
  if (beside.length === 0) return "heading";
  walk.headings.push(heading);
  return readScaleRow(walk, { ...row, cells: beside }, beside);
}

/** Takes the scale that stands in brackets behind a rating's heading: 達成度（A：達成 B：未達成）. */
export function readScaleInHeading(walk: Walk, cell: MappedText, to: number): void {
  const found = findScaleNote(cell.text.slice(to));
  if (!found || walk.plan.scale.length > 0) return;
  const entries = readScaleEntries([sliceMapped(cell, to + found.from, to + found.to)], []);
  if (entries.length > 1) walk.plan.scale.push(...entries);
  else walk.plan.unreadScale ??= cell;
}

/** A text without the brackets around the whole of it. */
function unwrapWhole(cell: MappedText): MappedText {
  return /^[(（][^()（）]*[)）]$/.test(cell.text) ? sliceMapped(cell, 1, cell.text.length - 1) : cell;
}

/** Takes the heading row of a scale's table. */
export function headScale(walk: Walk, row: Row): LineKind {
  walk.scale.countColumns = findCountColumns(row.cells);
  return "heading";
}

/** Takes a row under 達成度について: an entry, the criterion of the one above, or nothing that is understood. */
export function readScaleRow(walk: Walk, row: Row, filled: MappedText[]): LineKind {
  if (isScaleHeading(row.cells)) return headScale(walk, row);
  const entries = readScaleEntries(row.cells, walk.scale.countColumns);
  const [only] = filled;
  if (filled.length === 1 && only && continues(walk, row, only, entries)) {
    walk.scale.last!.draft.criterion.push(only);
    walk.scale.last!.draft.whole.push(only);
    walk.scale.last!.line = row.line;
    walk.scale.continued = true;
    return "field";
  }
  if (entries.length === 0) {
    walk.plan.unreadScale ??= walk.scale.heading;
    return reportNotUnderstood(walk, ...filled);
  }
  for (const entry of entries) addScaleEntry(walk, entry, row.line);
  return "field";
}

/** Whether a line goes on with the entry above: where no entry of this scale has its criterion beside it. */
function continues({ scale, plan }: Walk, row: Row, { text }: MappedText, entries: readonly ScaleDraft[]): boolean {
  const { last, continued } = scale;
  if (!last || row.line !== last.line + 1 || !isCriterionLine(text)) return false;
  if (entries.some((entry) => entry.label !== null || plan.scale.length === 0)) return false;
  if (continued === null) return entries.length === 0 && plan.scale.length === 1 && last.draft.criterion.length === 0;
  return continued && (last.draft.criterion.length === 0 || entries.length === 0) && entries.length === 0;
}

/** A scale that is printed again on a further page adds nothing. */
function addScaleEntry(walk: Walk, entry: ScaleDraft, line: number): void {
  const { plan, scale: state } = walk;
  const { scale } = plan;
  const rating = foldText(entry.rating.text);
  const known = scale.find((each) => foldText(each.rating.text) === rating);
  if (known) return reportRepeated(walk, entry.whole);
  // What is one too many is told by the plan's limits.
  if (scale.length > LIMITS.scaleEntries) return;
  scale.push(entry);
  state.last = { draft: entry, line };
}
