import type { LineKind } from "@/lib/domain/reading";
import { beginsByHeading } from "./ahead";
import { splitBlanks } from "./blank-row";
import { collectAhead } from "./collect";
import { hasContent, noteRepeatedTitle, readPlanTitle, reportMunicipality } from "./collect-head";
import { closeColumns, fillColumns, openColumns } from "./columns";
import { findContext, findHeadings } from "./heading-cells";
import { readHeadingNotes } from "./heading-notes";
import type { Label } from "./labels";
import { type MappedText, sliceMapped } from "./markup";
import { dropOffice, isMunicipality, isOwnMunicipality } from "./municipality";
import { isNumberCell } from "./number-cell";
import { type LabelHit, recognizeLabel } from "./recognize";
import type { Row } from "./row";
import { isScaleHeading } from "./scale";
import { headScale, readScaleRow, startScale } from "./scale-rows";
import { isSummaryRow, readSummaryHeadings, readSummaryText } from "./summary";
import { readTitle, readYearLine } from "./title";
import { readUnknownHeading } from "./unknown-heading";
import { type HeadedCell, type OpenColumns, reportNotUnderstood, type Walk } from "./walk-state";

/** Goes once over all rows, collects what they say into plan drafts and notes what each line was taken for. */
export function walkRows(walk: Walk): void {
  for (const [at, row] of walk.rows.entries()) {
    Object.assign(walk, { row, at });
    if (row.begins) beginPart(walk);
    const known = walk.rows[at - 1]?.line === row.line ? walk.kinds[row.line] : undefined;
    if (row.form === "blank" && row.cells.length > 0 && walk.open) fillEmptyRow(walk.open, walk, row);
    const kind = row.form === "text" ? readRow(walk, row) : row.form;
    if (row.form === "text" && (kind === "heading" || kind === "decoration")) walk.headings.push(...row.cells);
    walk.kinds[row.line] = known && KINDS.indexOf(known) < KINDS.indexOf(kind) ? known : kind;
    for (let line = row.line + 1; line <= (row.lastLine ?? row.line); line++) walk.kinds[line] = kind;
  }
  closeColumns(walk);
  collectAhead(walk);
}

/** Ends the goal that is being read, where another one's sheet begins. */
function endGoal(walk: Walk): void {
  if (!beginsByHeading(walk)) return;
  closeColumns(walk);
  walk.goal = null;
}

/** Text of a further sheet belongs to nothing that was open, unless it has headings of its own. */
function beginPart(walk: Walk): void {
  closeColumns(walk);
  endGoal(walk);
  if (walk.mode !== "head") walk.mode = "fields";
  walk.summary = { columns: null, ratingAt: null, ignoredAt: Infinity, reported: false, pending: null, blanks: false };
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
    const title = readTitle(only.text, walk);
    if (title && noteRepeatedTitle(walk, only, title)) {
      endGoal(walk);
      return "heading";
    }
    if (title && isNews(walk, title)) {
      closeColumns(walk);
      return readPlanTitle(walk, only, title);
    }
    const year = walk.mode === "head" ? readYearLine(only.text) : null;
    if (year) {
      walk.sharedYear = { text: only.text.slice(year.from, year.to), value: year.value, spans: [walk.span(sliceMapped(only, year.from, year.to))] };
      if (!hasContent(walk.plan)) walk.plan.year = walk.sharedYear;
      walk.headings.push(only);
      return "field";
    }
  }
  if (readHeadingNotes(walk, row)) return "heading";
  const cells = splitBlanks(row, findContext(walk, row.cells.length));
  const headings = findHeadings(walk, cells);
  walk.afterOfficers = headings?.some(({ hit }) => hit?.label === "officer") ?? false;
  if (headings) return readHeadingRow(walk, cells, headings);
  return readTextRow(walk, row, filled);
}

/** A title without year and department says something only where no title has been read yet. */
function isNews(walk: Walk, title: NonNullable<ReturnType<typeof readTitle>>): boolean {
  return title.year !== null || title.department !== null || (walk.mode === "head" && walk.plan.title === null);
}

function readHeadingRow(walk: Walk, row: Row, cells: HeadedCell[]): LineKind {
  if (walk.mode === "scale" && isScaleHeading(row.cells)) return headScale(walk, row);
  const numbered = cells[0]?.hit === null;
  const headings = cells.filter((cell) => cell.hit !== null);
  const labels = headings.map(({ hit }) => hit?.label);
  const first = cells[0]?.hit;

  if (cells.length === 1 && first?.label === "goals" && first.valueFrom === null && isSectionHeading(walk)) {
    closeColumns(walk);
    noteHeadingYear(walk, cells);
    walk.mode = "summary";
    walk.summary = { columns: null, ratingAt: null, ignoredAt: Infinity, reported: false, pending: null, blanks: false };
    return "heading";
  }
  if (first?.label === "scale" && headings.length === 1) {
    closeColumns(walk);
    return startScale(walk, row, cells[0]!);
  }
  noteHeadingYear(walk, cells);
  if (isSummaryRow(walk, labels, numbered)) {
    closeColumns(walk);
    walk.mode = "summary";
    walk.summary.blanks = row.blanks !== undefined;
    return readSummaryHeadings(walk, cells);
  }
  const leading = cells[0];
  if (numbered && leading) reportNotUnderstood(walk, leading.cell);
  if (walk.mode !== "head" || !labels.every((label) => HEAD.has(label))) walk.mode = "fields";
  return openColumns(walk, row, headings.length === cells.length ? cells : cells.slice(numbered ? 1 : 0));
}

/** What stands above a plan's 基本方針. */
const HEAD: ReadonlySet<Label | undefined> = new Set<Label | undefined>(["municipality", "year", "department", "officer"]);

/** 重点目標 alone heads the summary, unless the next text is one title and then a goal's own headings follow. */
function isSectionHeading(walk: Walk): boolean {
  const at = findTextRow(walk, walk.at + 1);
  const next = at === null ? null : walk.rows[at]!;
  if (at === null || !next || findFirstHit(walk, next)) return true;
  if (isNumberCell(next.cells[0]?.text ?? "") || next.cells[0]?.text === "") return true;
  const after = findTextRow(walk, at + 1);
  const label = after !== null && findFirstHit(walk, walk.rows[after]!)?.label;
  return !label || !["target", "achievement", "initiative", "result", "unit", "assessment", "overallRating", "future"].includes(label);
}

/** Where in `rows` the next text stands, if it is not far. */
function findTextRow(walk: Walk, from: number): number | null {
  for (let at = from; at < Math.min(walk.rows.length, from + 40); at++) if (walk.rows[at]!.form === "text") return at;
  return null;
}

function findFirstHit({ form }: Walk, row: Row): LabelHit | null {
  const cell = row.cells.find((candidate) => candidate.text !== "");
  return cell ? recognizeLabel(cell.text, { officers: false, goalHead: true, form }) : null;
}

function readTextRow(walk: Walk, row: Row, filled: MappedText[]): LineKind {
  if (isTotal(walk, filled)) return reportNotUnderstood(walk, ...filled);
  const unknown = readUnknownHeading(walk, row, filled);
  if (unknown) return unknown;
  if (walk.mode === "scale") return readScaleRow(walk, row, filled);
  if (walk.mode === "summary") return readSummaryText(walk, row);
  if (walk.open && fillColumns(walk, row)) return "field";
  if (walk.mode === "head" && filled.length === 1 && isLetterhead(walk, filled[0]?.text ?? "")) return "decoration";
  if (walk.mode === "head" && filled.length === 1 && isMunicipality(dropOffice(filled[0]!.text))) {
    reportMunicipality(walk, filled[0]!);
    return "heading";
  }
  return reportNotUnderstood(walk, ...filled);
}

/** Whether a row of a list counts or adds up the others: 合計 | 12事業. */
function isTotal({ open, mode }: Walk, [first, ...others]: readonly MappedText[]): boolean {
  if (!first || first.text.length > 6 || others.length === 0 || !(mode === "summary" || (open && open.columns.length > 1))) return false;
  return /^(?:総?合計|小計|総計|計|平均)$/.test(first.text.replace(/\s/g, "")) && others.every(({ text }) => text.length <= 16);
}

/** The city's name, a date, 案. */
function isLetterhead(walk: Walk, text: string): boolean {
  return (
    isOwnMunicipality(text, walk.municipality) ||
    /^[(（【]?案[)）】]?$/.test(text) ||
    /^(?:令和|平成)?[0-9０-９元]{1,4}年[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}日)?(?:現在|時点|公表|作成)?$/.test(text.replace(/\s/g, ""))
  );
}

function noteHeadingYear(walk: Walk, cells: HeadedCell[]): void {
  for (const { cell, hit } of cells) {
    if (hit?.year && walk.headingYear && walk.headingYear.value !== hit.year.value) walk.yearsDiffer = true;
    if (!hit?.year || walk.headingYear) continue;
    const place = sliceMapped(cell, hit.year.from, hit.year.to);
    walk.headingYear = { text: place.text, value: hit.year.value, spans: [walk.span(place)] };
  }
}
