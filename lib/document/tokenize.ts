import type { LineIndex } from "./position";
import { sliceMapped, stripMarkup, trimMapped, type MappedText } from "./markup";

/**
 * A source line: what kind it shows by its form alone, and its cells (trimmed; an empty cell has text `""`).
 * A blank line has cells where it is an empty row of a table.
 */
export interface Row {
  line: number;
  form: "blank" | "separator" | "decoration" | "text";
  /** Whether the cells stand between Markdown pipes, so that every row is whole. */
  piped: boolean;
  cells: MappedText[];
}

const SEPARATOR = /^[\s|:+=＝\-‐‑–—―─━ー_＿*＊~〜～・.…]*$/;
const RULE_SIGN = /[-‐‑–—―─━=＝_＿*＊~〜～]/;
const PAGE_NUMBER =
  /^(?:[-‐–—―−－ー\s]{0,5}[0-9０-９]{1,4}[-‐–—―−－ー\s]{1,5}|[0-9０-９]{1,4}\s?[/／]\s?[0-9０-９]{1,4}|(?:P|p|Ｐ|ｐ|第)?[.．]?\s?[0-9０-９]{1,4}\s?(?:ページ|頁)|[Pp]\.?\s?[0-9]{1,4}|<?改ページ>?)$/;

/** Rows of all lines of a text. */
export function tokenizeLines(text: string, lines: LineIndex): Row[] {
  return lines.starts.map((start, line) => {
    const raw = text.slice(start, lines.ends[line]);
    return tokenizeLine(raw, start, line);
  });
}

function tokenizeLine(raw: string, offset: number, line: number): Row {
  const bare = raw.trim();
  const empty = { line, piped: false, cells: [] };
  if (bare === "") {
    if (raw.includes("\f")) return { ...empty, form: "decoration" };
    // Tabs alone are an empty row where a table is open.
    return raw.includes("\t") ? { ...empty, form: "blank", cells: splitAt({ text: raw, offset, starts: null, ends: null }, "\t") } : { ...empty, form: "blank" };
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

function isSeparator(bare: string): boolean {
  return bare.length >= 2 && SEPARATOR.test(bare) && RULE_SIGN.test(bare);
}

/** `- 3 -`, `3 / 10`, `3ページ`; a number alone only after a page break. */
function isPageNumber(bare: string, raw: string): boolean {
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
