import { LIMITS } from "@/lib/domain/limits";
import type { LineKind } from "@/lib/domain/reading";
import { hasContent, noteRepeatedTitle, readPlanTitle } from "./collect";
import { closeColumns, fillColumns, type HeadedCell, openColumns } from "./columns";
import { type MappedText, sliceMapped } from "./markup";
import { foldText } from "./normalize";
import { isNumberCell } from "./number-cell";
import type { ScaleDraft } from "./plan-draft";
import { type LabelHit, recognizeLabel } from "./recognize";
import type { Row } from "./row";
import { isScaleHeading, readScaleEntry } from "./scale";
import { isSummaryRow, readSummaryHeadings, readSummaryText } from "./summary";
import { readTitle, readYearLine } from "./title";
import { type OpenColumns, reportNotUnderstood, type Walk } from "./walk-state";

/** Goes once over all rows, collects what they say into plan drafts and notes what each line was taken for. */
export function walkRows(walk: Walk): void {
  for (const [at, row] of walk.rows.entries()) {
    Object.assign(walk, { row, at });
    if (row.begins) beginPart(walk);
    const known = walk.rows[at - 1]?.line === row.line ? walk.kinds[row.line] : undefined;
    if (row.form === "blank" && row.cells.length > 0 && walk.open) fillEmptyRow(walk.open, walk, row);
    const kind = row.form === "text" ? readRow(walk, row) : row.form;
    walk.kinds[row.line] = known && KINDS.indexOf(known) < KINDS.indexOf(kind) ? known : kind;
  }
  closeColumns(walk);
}

/** Text of a further sheet belongs to nothing that was open, unless it has headings of its own. */
function beginPart(walk: Walk): void {
  closeColumns(walk);
  if (walk.mode !== "head") walk.mode = "fields";
  walk.summary = { columns: null, ratingAt: null, pending: null };
}

/** A line of several rows is what the first of these is that is among them. */
const KINDS: readonly LineKind[] = ["not-understood", "field", "heading", "decoration", "separator", "blank"];

/** An empty row of a table with several columns, or of one between pipes, is a record of which nothing is known. */
function fillEmptyRow(open: OpenColumns, walk: Walk, row: Row): void {
  const last = open.columns.at(-1)?.at ?? 0;
  const missing = open.cursor >= 0 && open.cursor < last ? last - open.cursor : last;
  const isWhole = !open.piped && open.columns.length > 1 && row.cells.length > missing;
  if (row.piped ? open.piped : isWhole) fillColumns(walk, row);
}

function readRow(walk: Walk, row: Row): LineKind {
  const filled = row.cells.filter((cell) => cell.text !== "");
  const only = filled.length === 1 ? filled[0] : undefined;
  if (only) {
    const title = readTitle(only.text, walk.municipality);
    if (title && noteRepeatedTitle(walk, only, title)) return "heading";
    if (title && isNews(walk, title)) {
      closeColumns(walk);
      return readPlanTitle(walk, only, title);
    }
    const year = walk.mode === "head" ? readYearLine(only.text) : null;
    if (year) {
      walk.sharedYear = { text: only.text.slice(year.from, year.to), value: year.value, spans: [walk.span(sliceMapped(only, year.from, year.to))] };
      if (!hasContent(walk.plan)) walk.plan.year = walk.sharedYear;
      return "field";
    }
  }
  const headings = findHeadings(walk, row);
  walk.afterOfficers = headings?.some(({ hit }) => hit?.label === "officer") ?? false;
  if (headings) return readHeadingRow(walk, row, headings);
  return readTextRow(walk, row, filled);
}

/** A title without year and department says something only where no title has been read yet. */
function isNews(walk: Walk, title: NonNullable<ReturnType<typeof readTitle>>): boolean {
  return title.year !== null || title.department !== null || (walk.mode === "head" && walk.plan.title === null);
}

/** A row's cells with the headings among them, where its first words are a heading; else `null`. */
function findHeadings(walk: Walk, row: Row): HeadedCell[] | null {
  const opened = walk.open?.columns[0]?.hit.label;
  const isNewGoal = opened === "goal" || opened === "goals" || walk.goal === null || !walk.goal.detailed;
  const context = {
    officers: walk.mode === "head" || walk.afterOfficers,
    goalHead: isNewGoal || walk.mode === "summary" || row.cells.length >= 4,
  };
  const cells: HeadedCell[] = [];
  let started = false;
  let lone = false;
  for (const [at, cell] of row.cells.entries()) {
    if (cell.text === "") continue;
    let hit = recognizeLabel(cell.text, context);
    // 部長 | 島長 太郎: a name after a post is no post with a name.
    if (lone && hit?.label === "officer" && hit.valueFrom !== null) hit = null;
    if (!started && !hit) {
      if (cells.length > 0 || !isNumberCell(cell.text) || row.cells.length < 2) return null;
      cells.push({ at, cell, hit: null });
      continue;
    }
    if (hit?.label === "department") context.officers = true;
    started = true;
    lone = hit?.label === "officer" && hit.valueFrom === null;
    cells.push({ at, cell, hit });
  }
  if (!started) return null;
  // 重点目標 | 2 | 防災: the number stands in a cell of its own.
  for (const [index, { hit }] of cells.entries()) {
    const next = cells[index + 1];
    if (hit?.label === "goals" && hit.valueFrom === null && next?.hit === null && isNumberCell(next.cell.text)) hit.label = "goal";
  }
  return cells;
}

function readHeadingRow(walk: Walk, row: Row, cells: HeadedCell[]): LineKind {
  if (walk.mode === "scale" && isScaleHeading(row.cells)) return "heading";
  const numbered = cells[0]?.hit === null;
  const headings = cells.filter((cell) => cell.hit !== null);
  const labels = headings.map(({ hit }) => hit?.label);
  const first = cells[0]?.hit;

  if (cells.length === 1 && first?.label === "goals" && first.valueFrom === null && isSectionHeading(walk)) {
    closeColumns(walk);
    noteHeadingYear(walk, cells);
    walk.mode = "summary";
    walk.summary = { columns: null, ratingAt: null, pending: null };
    return "heading";
  }
  if (cells.length === 1 && first?.label === "scale") {
    closeColumns(walk);
    walk.mode = "scale";
    return "heading";
  }
  noteHeadingYear(walk, cells);
  if (isSummaryRow(walk, labels, numbered)) {
    closeColumns(walk);
    walk.mode = "summary";
    return readSummaryHeadings(walk, cells);
  }
  closeColumns(walk);
  const leading = cells[0];
  if (numbered && leading) reportNotUnderstood(walk, leading.cell);
  if (walk.mode !== "head" || !labels.every((label) => label === "department" || label === "officer")) walk.mode = "fields";
  return openColumns(walk, row, headings.length === cells.length ? cells : cells.slice(numbered ? 1 : 0));
}

/** 重点目標 alone heads the summary, unless the next text is one title and then a goal's own headings follow. */
function isSectionHeading(walk: Walk): boolean {
  const at = findTextRow(walk, walk.at + 1);
  const next = at === null ? null : walk.rows[at]!;
  if (at === null || !next || findFirstHit(next)) return true;
  if (isNumberCell(next.cells[0]?.text ?? "") || next.cells[0]?.text === "") return true;
  const after = findTextRow(walk, at + 1);
  const label = after !== null && findFirstHit(walk.rows[after]!)?.label;
  return !label || !["target", "achievement", "initiative", "result", "unit", "assessment", "overallRating", "future"].includes(label);
}

/** Where in `rows` the next text stands, if it is not far. */
function findTextRow(walk: Walk, from: number): number | null {
  for (let at = from; at < Math.min(walk.rows.length, from + 40); at++) if (walk.rows[at]!.form === "text") return at;
  return null;
}

function findFirstHit(row: Row): LabelHit | null {
  const cell = row.cells.find((candidate) => candidate.text !== "");
  return cell ? recognizeLabel(cell.text, { officers: false, goalHead: true }) : null;
}

function readTextRow(walk: Walk, row: Row, filled: MappedText[]): LineKind {
  if (walk.mode === "scale") {
    const entry = isScaleHeading(row.cells) ? null : readScaleEntry(row.cells);
    if (entry && addScaleEntry(walk, entry)) return "field";
    if (isScaleHeading(row.cells)) return "heading";
    return reportNotUnderstood(walk, ...filled);
  }
  if (walk.mode === "summary") return readSummaryText(walk, row);
  if (walk.open && fillColumns(walk, row)) return "field";
  if (walk.mode === "head" && filled.length === 1 && isLetterhead(walk, filled[0]?.text ?? "")) return "decoration";
  return reportNotUnderstood(walk, ...filled);
}

/** A scale that is printed again on a further page adds nothing. */
function addScaleEntry({ plan: { scale } }: Walk, entry: ScaleDraft): boolean {
  const rating = foldText(entry.rating.text);
  if (scale.some((known) => foldText(known.rating.text) === rating)) return true;
  // What is one too many is told by the plan's limits.
  if (scale.length > LIMITS.scaleEntries) return true;
  scale.push(entry);
  return true;
}

/** The city's name, a date, 案. */
function isLetterhead(walk: Walk, text: string): boolean {
  return (
    text === walk.municipality ||
    /^[(（【]?案[)）】]?$/.test(text) ||
    /^(?:令和|平成)?[0-9０-９元]{1,4}年[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?(?:現在|時点|公表|作成)?$/.test(text.replace(/\s/g, ""))
  );
}

function noteHeadingYear(walk: Walk, cells: HeadedCell[]): void {
  for (const { cell, hit } of cells) {
    if (!hit?.year || walk.headingYear) continue;
    const place = sliceMapped(cell, hit.year.from, hit.year.to);
    walk.headingYear = { text: place.text, value: hit.year.value, spans: [walk.span(place)] };
  }
}
