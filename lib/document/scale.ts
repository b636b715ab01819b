import type { RatingScaleEntry } from "@/lib/domain/plan";
import { dropBreaks, type MappedText, restoreBreaks, SOFT_BREAK, sliceMapped, sourceEnd, sourceStart, splitBreaks, splitPieces, trimMapped } from "./markup";
import { narrowText } from "./normalize";
import { readPercentRange } from "./percent";
import type { ScaleDraft } from "./plan-draft";
import { readScaleMark, skipBullet, skipListNumber, splitEntries } from "./scale-mark";

const COLUMN_HEADING =
  /^(?:(?:評価|達成度?|判定|ランク|区分の?)?(?:区分|記号|ランク|段階|内容|基準|目安|説明|状態|名称|視点|考え方)|評価|判定|達成度|達成状況|達成率|評価の(?:視点|考え方|基準|内容)|点数|評点|備考)$/;
/** Columns of a printed scale that count how often a rating was given. */
const COUNT_HEADING = /^(?:(?:該当|評価|施策|事業|目標|項目)?(?:件|個)?数|割合|構成比|比率)(?:[(（].{1,4}[)）])?$/;
const COUNT = /^[0-9０-９,，]{1,6}\s?(?:件|事業|施策|項目|個|目標)$/;
/** Words at the beginning of a remark. */
const REMARK = /^(?:注|注意|備考|参考|例|補足)$/;

/** Whether a row of cells heads the columns of a printed scale (区分, 内容, 件数 …). */
export function isScaleHeading(cells: readonly MappedText[]): boolean {
  const words = cells.map((cell) => narrowText(cell.text).replace(/\s/g, "")).filter((word) => word !== "");
  return words.length >= 2 && words.every((word) => COLUMN_HEADING.test(word) || COUNT_HEADING.test(word));
}

/** Which columns of a scale's heading row count ratings, and say nothing of what they mean. */
export function findCountColumns(cells: readonly MappedText[]): number[] {
  return cells.flatMap((cell, at) => (COUNT_HEADING.test(narrowText(cell.text).replace(/\s/g, "")) ? [at] : []));
}

/** The entries that a row of a printed scale holds, mostly one: `- A：達成（目標を…。100%）`, or in cells; none where it is no such row. */
export function readScaleEntries(row: readonly MappedText[], countColumns: readonly number[]): ScaleDraft[] {
  const cells = row.filter((cell, at) => cell.text !== "" && !countColumns.includes(at) && !(at > 0 && COUNT.test(cell.text)));
  const [first, ...others] = cells;
  if (!first) return [];
  const whole = row.filter(({ text }) => text !== "");
  const parts = others.length === 0 ? splitEntries(first) : others.every((cell) => readScaleMark(cell, true)) && readScaleMark(first, true) ? cells : null;
  if (parts && parts.length > 1) {
    const entries = parts.flatMap((part) => readScaleEntry([part]) ?? []);
    return entries.length === parts.length ? entries : [];
  }
  const entry = readScaleEntry(cells);
  return entry ? [{ ...entry, whole }] : [];
}

/** One entry of a printed scale; `null` where the cells are none. */
function readScaleEntry(cells: readonly MappedText[]): ScaleDraft | null {
  if (!cells.some(({ text }) => text.includes(SOFT_BREAK))) return readFlatEntry(cells);
  const entry = readFlatEntry(cells.map(dropBreaks));
  const restore = (part: MappedText) => {
    const whole = cells.find((cell) => sourceStart(cell, 0) <= sourceStart(part, 0) && sourceEnd(part) <= sourceEnd(cell));
    return whole ? restoreBreaks(part, whole) : part;
  };
  return (
    entry && {
      rating: restore(entry.rating),
      label: entry.label && restore(entry.label),
      criterion: entry.criterion.map(restore),
      whole: cells.filter(({ text }) => text !== ""),
    }
  );
}

function readFlatEntry(filled: readonly MappedText[]): ScaleDraft | null {
  const [first, ...others] = filled;
  if (!first) return null;
  const found = readScaleMark(first, others.length === 0);
  if (found) {
    // The separator may open the next cell instead: `A | ：達成（…）`.
    const cells = [found.rest, ...others];
    const at = cells.findIndex((cell) => skipSeparator(cell).text !== "");
    if (at === -1) return null;
    const [body, ...behind] = [...unwrap(skipSeparator(cells[at]!)), ...cells.slice(at + 1)];
    return { ...readLabel(body ? [body, ...behind] : behind), rating: found.mark, whole: [...filled] };
  }
  const body = skipBullet(first);
  const listed = skipListNumber(body);
  const { label, criterion } = readLabel([listed ?? body, ...others]);
  if (!label?.text || label.text.length > 12 || /[。、]/.test(label.text) || REMARK.test(label.text.replace(/[()（）※]/g, ""))) return null;
  if (criterion.length === 0 && !listed) return null;
  return { whole: [...filled], rating: label, label: null, criterion };
}

/** The entry that a draft amounts to. */
export function readEntry({ rating, label, criterion }: ScaleDraft): RatingScaleEntry {
  const text =
    criterion.length > 0
      ? criterion
          .flatMap(splitBreaks)
          .map((piece) => piece.text)
          .join("\n")
      : null;
  const mark = rating.text;
  return {
    rating: /^[A-ZＡ-Ｚ0-9０-９][+＋]?$/.test(mark) ? mark.normalize("NFKC") : mark,
    label: label?.text ?? null,
    criterion: text,
    ...readPercentRange(text),
  };
}

/** Whether a line can be the criterion of the entry above it, which has none of its own. */
export function isCriterionLine(text: string): boolean {
  return !/^[\s:：※*＊・●○◆■-]|^[(（]?注/.test(text);
}

/** A colon, a blank, or the first of several parts: 目標達成（ⅰ）…（ⅱ）…. */
const SEPARATOR = /[:：]|\s+|(?=[(（][ⅰ-ⅻivx0-9０-９]{1,3}[)）])/;

/** 達成（目標を…） as label and criterion; a colon, a blank or the next cell serves as well as brackets. */
function readLabel(cells: MappedText[]): { label: MappedText | null; criterion: MappedText[] } {
  const [first, ...others] = cells;
  if (!first) return { label: null, criterion: [] };
  const inner = readBracketed(first);
  if (inner) return { label: inner.label, criterion: [...splitPieces(inner.criterion), ...others.flatMap(unwrap)] };
  if (others.length > 0) return { label: first, criterion: others.flatMap(unwrap) };
  const separator = SEPARATOR.exec(first.text);
  if (!separator) return isCriterion(first.text) ? { label: null, criterion: [first] } : { label: first, criterion: [] };
  const label = trimMapped(sliceMapped(first, 0, separator.index));
  const rest = skipSeparator(sliceMapped(first, separator.index));
  if (isCriterion(label.text)) return { label: null, criterion: [first] };
  return { label, criterion: unwrap(rest) };
}

/** Text with a bracket at its very end that pairs with the first one: 達成（…（…）…）. */
function readBracketed(cell: MappedText): { label: MappedText; criterion: MappedText } | null {
  const open = cell.text.search(/[(（]/);
  if (open < 1 || !/[)）]$/.test(cell.text)) return null;
  const label = trimMapped(sliceMapped(cell, 0, open));
  if (/[:：\s。]/.test(label.text)) return null;
  return { label, criterion: trimMapped(sliceMapped(cell, open + 1, cell.text.length - 1)) };
}

/** A criterion without the brackets that hold the whole of it. */
function unwrap(cell: MappedText): MappedText[] {
  const { text } = cell;
  if (!/^[(（]/.test(text) || !/[)）]$/.test(text)) return splitPieces(cell);
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (/[(（]/.test(text[index] ?? "")) depth++;
    if (/[)）]/.test(text[index] ?? "")) depth--;
    if (depth === 0 && index < text.length - 1) return splitPieces(cell);
  }
  return splitPieces(sliceMapped(cell, 1, text.length - 1));
}

function skipSeparator(cell: MappedText): MappedText {
  return trimMapped(sliceMapped(cell, /^[\s:：・.．…、,，=＝-]{0,6}/.exec(cell.text)?.[0].length ?? 0));
}

function isCriterion(text: string): boolean {
  return /[。%％]/.test(text);
}
