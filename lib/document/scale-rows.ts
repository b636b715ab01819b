import { LIMITS } from "@/lib/domain/limits";
import type { LineKind } from "@/lib/domain/reading";
import type { MappedText } from "./markup";
import { foldText } from "./normalize";
import type { ScaleDraft } from "./plan-draft";
import type { Row } from "./row";
import { findCountColumns, isCriterionLine, isScaleHeading, readScaleEntries } from "./scale";
import { reportNotUnderstood, reportRepeated, type Walk } from "./walk-state";

/** From here on, rows are entries of the plan's scale. */
export function startScale(walk: Walk): void {
  walk.mode = "scale";
  walk.scale = { countColumns: [], last: null, continued: null };
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
  if (entries.length === 0) return reportNotUnderstood(walk, ...filled);
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
