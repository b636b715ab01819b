import { isUnknownHeading } from "./foreign-heading";
import type { Form } from "./forms/form";
import { headsOtherYear } from "./heading-year";
import { type Label, OF_GOAL } from "./labels";
import { isNumberCell } from "./number-cell";
import { type LabelContext, type LabelHit, recognizeLabel } from "./recognize";
import type { Row } from "./row";
import type { HeadedCell, Walk } from "./walk-state";

/** Which headings can stand where the walk is; in a row of many cells, those of the summary too. */
export function findContext(walk: Walk, width: number): LabelContext {
  const opened = walk.open?.columns[0]?.hit.label;
  const isNewGoal = opened === "goal" || opened === "goals" || walk.goal === null || !walk.goal.detailed;
  return { form: walk.form, officers: walk.mode === "head" || walk.afterOfficers, goalHead: isNewGoal || walk.mode === "summary" || width >= 4 };
}

/** A row's cells with the headings among them, where its first words are a heading; else `null`. */
export function findHeadings(walk: Walk, row: Row): HeadedCell[] | null {
  const context = findContext(walk, row.cells.length);
  const cells: HeadedCell[] = [];
  const year = (walk.plan.year ?? walk.sharedYear)?.value ?? null;
  let started = false;
  let lone = false;
  for (const [at, cell] of row.cells.entries()) {
    if (cell.text === "") continue;
    let hit = recognizeLabel(cell.text, context);
    if (hit && headsOtherYear(cell.text.slice(0, hit.valueFrom ?? undefined), hit.label, year)) hit = { ...hit, label: "unknown", year: null };
    // 部長 | 島長 太郎: a name after a post is no post with a name.
    if (lone && hit?.label === "officer" && hit.valueFrom !== null) hit = null;
    if (!started && !hit) {
      if (cells.length > 0 || row.cells.length < 2) return null;
      if (isUnknownHead(walk.form, row, at)) hit = nameUnknown(cell.text);
      else if (!isNumberCell(cell.text)) return null;
      cells.push({ at, cell, hit });
      started = hit !== null;
      continue;
    }
    if (hit?.label === "department") context.officers = true;
    started = true;
    lone = hit?.label === "officer" && hit.valueFrom === null;
    cells.push({ at, cell, hit });
  }
  if (!started) return null;
  nameUnknowns(walk.form, cells);
  nameUnlisted(walk, row, cells);
  nameOtherTargets(cells, year);
  // 重点目標 | 2 | 防災: the number stands in a cell of its own.
  for (const [index, { hit }] of cells.entries()) {
    const next = cells[index + 1];
    if (hit?.label === "goals" && hit.valueFrom === null && next?.hit === null && isNumberCell(next.cell.text)) hit.label = "goal";
  }
  return cells;
}

/** Whether the first cell of a row heads a column that no field is for: other headings alone in their cells follow it. */
function isUnknownHead(form: Form, row: Row, at: number): boolean {
  const { text } = row.cells[at]!;
  const others = row.cells.slice(at + 1).filter((cell) => cell.text !== "");
  const headings = others.filter((cell) => isBare(recognizeLabel(cell.text, { officers: false, goalHead: false, form })));
  if (isUnknownHeading(text, form)) return headings.length > 0;
  return text.length <= 12 && !/[。、]/.test(text) && !isNumberCell(text) && headings.length > 1 && headings.length === others.length;
}

/** Of a row of headings, whose values stand below, the cells that are none that is known. */
function nameUnknowns(form: Form, cells: HeadedCell[]): void {
  if (cells[0]?.hit === null) return;
  const isHeadingRow = cells.some(({ at, hit }, index) => isBare(hit) && cells[index + 1]?.at === at + 1 && isBare(cells[index + 1]!.hit));
  const others = cells.filter(({ hit }) => !isBare(hit));
  const isRest = others.length > 0 && others.every(({ hit, cell }) => hit === null && isUnknownHeading(cell.text, form));
  if (!isHeadingRow && !isRest) return;
  for (const each of others) if (each.hit === null) each.hit = nameUnknown(each.cell.text);
}

/**
 * 達成目標 | 進捗率 | 達成状況 | 写真 above rows of as many cells: the words beside headings are headings as well. In a row
 * of headings and their values, the next row begins with a heading, or goes on below the values.
 */
function nameUnlisted(walk: Walk, row: Row, cells: HeadedCell[]): void {
  const others = cells.filter(({ hit }) => hit === null);
  if (cells.length - others.length < 2 || others.length === 0 || !cells.every(({ hit }) => hit === null || (isBare(hit) && IN_SECTION.has(hit.label)))) return;
  if (!others.every(({ cell: { text } }) => text.length <= 10 && !/[\d０-９。、％%]/.test(text))) return;
  const next = walk.rows.slice(walk.at + 1, walk.at + 4).find(({ form }) => form === "text");
  if (!next || next.cells.length < row.cells.length || next.cells[cells[0]!.at]?.text === "") return;
  if (next.cells.some((cell) => recognizeLabel(cell.text, { officers: false, goalHead: true, form: walk.form }))) return;
  for (const other of others) other.hit = nameUnknown(other.cell.text);
}

const IN_SECTION: ReadonlySet<Label> = new Set<Label>(OF_GOAL);

/** 達成目標 | 令和8年度達成目標: of several columns of targets, those of other years. */
function nameOtherTargets(cells: HeadedCell[], year: number | null): void {
  const targets = cells.filter(({ hit }) => hit?.label === "target" && isBare(hit));
  const others = targets.filter(({ cell }) => headsOtherYear(cell.text, "target", year, TARGET));
  if (others.length === targets.length) return;
  for (const other of others) other.hit = nameUnknown(other.cell.text);
}

const TARGET: ReadonlySet<Label> = new Set<Label>(["target"]);

function isBare(hit: LabelHit | null): boolean {
  return hit?.valueFrom === null;
}

/** A heading that no field is for. */
export function nameUnknown(text: string): LabelHit {
  return { label: "unknown", from: 0, to: text.length, valueFrom: null, number: null, year: null };
}
