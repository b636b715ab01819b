import { isUnknownHeading } from "./foreign-heading";
import type { Form } from "./forms/form";
import type { Label } from "./labels";
import { type MappedText, SOFT_BREAK, sliceMapped } from "./markup";
import { isNumberCell } from "./number-cell";
import { type LabelContext, type LabelHit, recognizeLabel } from "./recognize";
import type { Row } from "./row";

/** A stretch of a cell's text. */
interface Stretch {
  from: number;
  to: number;
}

const LISTED: ReadonlySet<Label> = new Set<Label>(["policyGoal", "policyArea", "goals", "achievement", "rating", "overallRating"]);
const MOST_TOKENS = 40;
/** Words of one heading that blanks part: 令和7年度 達成状況. */
const MOST_WORDS = 4;

/**
 * A row whose cells blanks part instead of tabs, as text copied from a PDF has them, in cells: headings beside each other,
 * a summary's `1 目標 (5) … 分野 … 達成状況`, and a department with its officers. Any other row as it is.
 */
export function splitBlanks(row: Row, context: LabelContext): Row {
  if (row.piped || row.form !== "text") return row;
  const parts = row.cells.map((cell) => splitCell(cell, context) ?? [cell]);
  if (parts.every(({ length }) => length === 1)) return row;
  const wide = parts.every((cells) => cells.every((cell, at) => at === 0 || gapBefore(cells[at - 1]!, cell) > 1));
  return { ...row, cells: parts.flat(), blanks: wide ? "wide" : "one" };
}

function gapBefore(left: MappedText, right: MappedText): number {
  return right.offset - left.offset - left.text.length;
}

function splitCell(cell: MappedText, context: LabelContext): MappedText[] | null {
  if (!/\S\s+\S/.test(cell.text) || cell.text.length > 200) return null;
  const tokens = [...cell.text.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ from: index, to: index + text.length }));
  if (tokens.length > MOST_TOKENS) return null;
  // 具体的な取組実績 that a soft break parts is one heading, though both parts are headings, too.
  if (cell.text.includes(SOFT_BREAK) && recognizeLabel(cell.text, { ...context, goalHead: true })?.valueFrom === null) return null;
  const stretches =
    splitHeadings(cell.text, tokens, context.form) ??
    splitListed(cell.text, tokens, context.form) ??
    (context.officers ? splitOfficers(cell.text, tokens, context.form) : null);
  return stretches?.map(({ from, to }) => sliceMapped(cell, from, to)) ?? null;
}

/** The heading, alone in its words, that begins at a token; the shortest, as 重点目標 達成度 is two of them. */
function findHeading(text: string, tokens: readonly Stretch[], at: number, form: Form): { hit: LabelHit | null; stretch: Stretch; count: number } | null {
  for (let count = 1; count <= Math.min(MOST_WORDS, tokens.length - at); count++) {
    const stretch = { from: tokens[at]!.from, to: tokens[at + count - 1]!.to };
    const words = text.slice(stretch.from, stretch.to);
    if (words.length > 40) continue;
    const hit = recognizeLabel(words, { officers: false, goalHead: true, form });
    if (hit?.valueFrom === null && hit.label !== "goal" && hit.label !== "scale" && hit.label !== "basicPolicy") return { hit, stretch, count };
    if (count === 1 && isUnknownHeading(words, form)) return { hit: null, stretch, count };
  }
  return null;
}

/** 今年度の達成目標 達成状況 達成度: headings and nothing else. */
function splitHeadings(text: string, tokens: readonly Stretch[], form: Form): Stretch[] | null {
  const found: Stretch[] = [];
  const labels = new Set<Label>();
  for (let at = 0; at < tokens.length; ) {
    const heading = findHeading(text, tokens, at, form);
    if (!heading || (heading.hit && labels.has(heading.hit.label))) return null;
    if (heading.hit) labels.add(heading.hit.label);
    found.push(heading.stretch);
    at += heading.count;
  }
  return found.length > 1 && labels.size > 0 && !labels.has("department") ? found : null;
}

/** 1 目標 (5) みんなのまち 分野 市政運営 令和7年度 達成状況: a number, and headings with what stands between them. */
function splitListed(text: string, tokens: readonly Stretch[], form: Form): Stretch[] | null {
  const [number] = tokens;
  if (!number || !isNumberCell(text.slice(number.from, number.to))) return null;
  const found: Stretch[] = [number];
  let headings = 0;
  let value = null as Stretch | null;
  for (let at = 1; at < tokens.length; ) {
    const heading = findHeading(text, tokens, at, form);
    if (heading?.hit && LISTED.has(heading.hit.label)) {
      if (value) found.push(value);
      value = null;
      found.push(heading.stretch);
      headings++;
      at += heading.count;
      continue;
    }
    if (headings === 0) return null;
    value = { from: (value ?? tokens[at]!).from, to: tokens[at]!.to };
    at++;
  }
  if (value) found.push(value);
  return headings > 1 ? found : null;
}

/** 部(局) 政策推進部 部(局)長 架空 太郎: posts, each with a name behind it. */
function splitOfficers(text: string, tokens: readonly Stretch[], form: Form): Stretch[] | null {
  const wordOf = ({ from, to }: Stretch) => text.slice(from, to);
  const labelOf = (token: Stretch): Label | null => {
    if (/^[(（]/.test(wordOf(token))) return null;
    const hit = recognizeLabel(wordOf(token), { officers: true, goalHead: false, form });
    return hit?.valueFrom === null && (hit.label === "officer" || hit.label === "department") ? hit.label : null;
  };
  const found: Stretch[] = [];
  let posts = 0;
  let value: Stretch[] = [];
  const isNamed = () => value.length > 1 || value.some((token) => token.to - token.from > 2);
  for (const token of tokens) {
    const label = labelOf(token);
    const isPost = label !== null && (found.length === 0 || isNamed());
    if (!isPost) {
      value.push(token);
      continue;
    }
    if (value.length > 0) found.push({ from: value[0]!.from, to: value.at(-1)!.to });
    else if (found.length > 0) return null;
    value = [];
    found.push(token);
    posts++;
  }
  if (value.length === 0 || posts < 2) return null;
  return [...found, { from: value[0]!.from, to: value.at(-1)!.to }];
}
