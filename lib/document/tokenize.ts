import { SOFT_BREAKS } from "@/lib/domain/characters";
import type { ReadBy } from "./forms/form";
import { type MappedText, sliceMapped, stripMarkup, trimMapped } from "./markup";
import type { LineIndex } from "./position";
import type { Row } from "./row";
import { endsRow } from "./soft-rows";

const SEPARATOR = /^[\s|:+=＝\-‐‑–—―─━ー_＿*＊~〜～・.…]*$/;
const RULE_SIGN = /[-‐‑–—―─━=＝_＿*＊~〜～]/;
const PAGE_NUMBER =
  /^(?:[-‐–—―−－ー\s]{0,5}[0-9０-９]{1,4}[-‐–—―−－ー\s]{1,5}|[0-9０-９]{1,4}\s?[/／]\s?[0-9０-９]{1,4}|(?:P|p|Ｐ|ｐ|第)?[.．]?\s?[0-9０-９]{1,4}\s?(?:ページ|頁)|[Pp]\.?\s?[0-9]{1,4}|<?改ページ>?)$/;

/** Rows of all lines of a text, at least one a line. */
export function tokenizeLines(text: string, lines: LineIndex, by: ReadBy): Row[] {
  const rows: Row[] = [];
  // A text of one line with soft breaks has no other line ends.
  const isOneLine = lines.starts.length === 1;
  for (const [line, start] of lines.starts.entries()) {
    const raw = text.slice(start, lines.ends[line]);
    if (raw.search(SOFT_BREAKS) === -1) rows.push(tokenizeLine(raw, start, line));
    else for (const { from, to } of splitRows(raw, line, rows.at(-1) ?? null, by, isOneLine)) rows.push(tokenizeLine(raw.slice(from, to), start + from, line));
  }
  return rows;
}

/** The stretches of a line that are rows of their own. */
function splitRows(raw: string, line: number, above: Row | null, by: ReadBy, always: boolean): { from: number; to: number }[] {
  const rows: { from: number; to: number }[] = [];
  if (!always && tokenizeLine(raw, 0, line).form !== "text") return [{ from: 0, to: raw.length }];
  let from = 0;
  let before: Row | null = null;
  let start = 0;
  for (const end of [...[...raw.matchAll(SOFT_BREAKS)].map(({ index }) => index), raw.length]) {
    const after = tokenizeLine(raw.slice(start, end), start, line);
    if (always ? start > 0 : after.form !== "blank" && before && endsRow(before, after, above, by)) {
      rows.push({ from, to: start });
      above = before;
      from = start;
    }
    if (after.form !== "blank") before = after;
    start = end + 1;
  }
  return [...rows, { from, to: raw.length }];
}

function tokenizeLine(raw: string, offset: number, line: number): Row {
  const bare = raw.replaceAll("\u0085", " ").trim();
  const empty = { line, piped: false, cells: [] };
  if (bare === "") {
    if (raw.includes("\f")) return { ...empty, form: "decoration" };
    // Tabs alone are an empty row where a table is open.
    return raw.includes("\t")
      ? { ...empty, form: "blank", cells: splitAt({ text: raw, offset, starts: null, ends: null }, "\t") }
      : { ...empty, form: "blank" };
  }
  if (isSeparator(bare)) return { ...empty, form: "separator" };
  if (bare.length <= 24 && isPageNumber(bare, raw)) return { ...empty, form: "decoration" };

  const mapped = stripMarkup(raw, offset);
  const clean = trimMapped(mapped);
  // A line of tags alone carries no text.
  if (clean.text === "") return { ...empty, form: /[<&]/.test(bare) ? "decoration" : "blank" };
  const piped = clean.text.length > 1 && clean.text.startsWith("|") && clean.text.indexOf("|", 1) !== -1;
  const cells = piped ? splitPiped(clean) : splitAt(mapped, "\t");
  return { line, form: cells.every((cell) => cell.text === "") ? "blank" : "text", piped, cells };
}

/** A line of dashes or other rules. */
export function isSeparator(bare: string): boolean {
  return bare.length >= 2 && SEPARATOR.test(bare) && RULE_SIGN.test(bare);
}

/** `- 3 -`, `3 / 10`, `3ページ`; a number alone only after a page break. */
export function isPageNumber(bare: string, raw: string): boolean {
  return PAGE_NUMBER.test(bare) && (/\D/.test(bare) || raw.includes("\f"));
}

/** Cells between pipes; `\|` is a pipe within a cell. */
function splitPiped(mapped: MappedText): MappedText[] {
  const to = mapped.text.endsWith("|") && !mapped.text.endsWith("\\|") ? mapped.text.length - 1 : mapped.text.length;
  return splitAt(sliceMapped(mapped, 1, to), "|").map(unescapePipes);
}

/** Trimmed cells between separators that stand in the source themselves, not as a character reference. */
function splitAt(mapped: MappedText, separator: string): MappedText[] {
  const cells: MappedText[] = [];
  const { text, starts, ends } = mapped;
  let from = 0;
  for (let index = 0; index <= text.length; index++) {
    if (index < text.length) {
      if (text[index] !== separator) continue;
      if (separator === "|" && text[index - 1] === "\\") continue;
      const width = starts && ends ? (ends[index] ?? 0) - (starts[index] ?? 0) : 1;
      if (separator === "|" && width !== 1) continue;
    }
    cells.push(trimMapped(sliceMapped(mapped, from, index)));
    from = index + 1;
  }
  return cells;
}

function unescapePipes(cell: MappedText): MappedText {
  if (!cell.text.includes("\\|")) return cell;
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (let index = 0; index < cell.text.length; index++) {
    const start = cell.starts?.[index] ?? cell.offset + index;
    const escaped = cell.text[index] === "\\" && cell.text[index + 1] === "|";
    if (escaped) index++;
    text += cell.text[index];
    starts.push(start);
    ends.push(cell.ends?.[index] ?? cell.offset + index + 1);
  }
  return { text, offset: cell.offset, starts, ends };
}
