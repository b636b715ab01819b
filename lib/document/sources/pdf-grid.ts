import type { Rule } from "./pdf-page";

/** A cell between ruled lines, by its place on the page and in the table's grid. */
export interface RuledCell {
  left: number;
  right: number;
  top: number;
  bottom: number;
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** A table of a page. `openTop` and `openBottom`: no line ends it there, as where a page's end cuts a row. */
export interface RuledTable {
  left: number;
  right: number;
  top: number;
  bottom: number;
  rows: number;
  cells: RuledCell[];
  openTop: boolean;
  openBottom: boolean;
}

/** Lines nearer than this, in points, are one. */
const NEAR = 2.5;

/** The tables that a page's ruled lines make, from top to bottom; lines that cross nothing make none. */
export function findRuledTables(rules: readonly Rule[]): RuledTable[] {
  const lines = joinRules(rules);
  return groupCrossing(lines)
    .flatMap((group) => makeTable(group) ?? [])
    .sort((one, other) => one.top - other.top || one.left - other.left);
}

/** Pieces of one line as a whole. */
function joinRules(rules: readonly Rule[]): Rule[] {
  const sorted = [...rules].sort((one, other) => Number(one.across) - Number(other.across) || one.at - other.at || one.from - other.from);
  const joined: Rule[] = [];
  for (const rule of sorted) {
    let known: Rule | undefined;
    for (let index = joined.length - 1; index >= 0; index--) {
      const line = joined[index]!;
      if (line.across !== rule.across || line.at < rule.at - NEAR) break;
      if (rule.from <= line.to + NEAR && rule.to >= line.from - NEAR) known = line;
    }
    if (!known) joined.push({ ...rule });
    else Object.assign(known, { from: Math.min(known.from, rule.from), to: Math.max(known.to, rule.to) });
  }
  return joined;
}

function groupCrossing(lines: readonly Rule[]): Rule[][] {
  const flat = lines.filter(({ across }) => across);
  const upright = lines.filter(({ across }) => !across);
  const parent = new Map<Rule, Rule>(lines.map((line) => [line, line]));
  const root = (line: Rule): Rule => {
    let found = line;
    while (parent.get(found) !== found) found = parent.get(found)!;
    parent.set(line, found);
    return found;
  };
  for (const one of flat) {
    for (const other of upright) {
      const crosses = other.at >= one.from - NEAR && other.at <= one.to + NEAR && one.at >= other.from - NEAR && one.at <= other.to + NEAR;
      if (crosses) parent.set(root(one), root(other));
    }
  }
  const groups = new Map<Rule, Rule[]>();
  for (const line of lines) groups.set(root(line), [...(groups.get(root(line)) ?? []), line]);
  return [...groups.values()];
}

function makeTable(lines: readonly Rule[]): RuledTable | null {
  const flat = lines.filter(({ across }) => across);
  const upright = lines.filter(({ across }) => !across);
  if (upright.length < 2 || flat.length < 1) return null;
  const xs = cluster([...upright.map(({ at }) => at), ...flat.flatMap(({ from, to }) => [from, to])]);
  const ys = cluster([...flat.map(({ at }) => at), ...upright.flatMap(({ from, to }) => [from, to])]);
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length > 20_000) return null;
  const covers = (rules: readonly Rule[], at: number, middle: number) =>
    rules.some((rule) => Math.abs(rule.at - at) <= NEAR && rule.from <= middle && rule.to >= middle);
  const [width, height] = [xs.length - 1, ys.length - 1];
  const owner = Array.from({ length: width * height }, (_, index) => index);
  const root = (index: number): number => {
    while (owner[index] !== index) index = owner[index]!;
    return index;
  };
  for (let row = 0; row < height; row++) {
    const y = (ys[row]! + ys[row + 1]!) / 2;
    for (let column = 0; column < width; column++) {
      const x = (xs[column]! + xs[column + 1]!) / 2;
      const own = row * width + column;
      if (column + 1 < width && !covers(upright, xs[column + 1]!, y)) owner[root(own + 1)] = root(own);
      if (row + 1 < height && !covers(flat, ys[row + 1]!, x)) owner[root(own + width)] = root(own);
    }
  }
  const cells = new Map<number, RuledCell>();
  for (let index = 0; index < owner.length; index++) {
    const [row, column] = [Math.floor(index / width), index % width];
    const known = cells.get(root(index));
    if (!known) cells.set(root(index), { left: xs[column]!, right: xs[column + 1]!, top: ys[row]!, bottom: ys[row + 1]!, row, column, rows: 1, columns: 1 });
    else {
      const left = Math.min(known.column, column);
      Object.assign(known, {
        right: Math.max(known.right, xs[column + 1]!),
        bottom: Math.max(known.bottom, ys[row + 1]!),
        left: Math.min(known.left, xs[column]!),
        rows: Math.max(known.rows, row - known.row + 1),
        columns: Math.max(known.column + known.columns, column + 1) - left,
        column: left,
      });
    }
  }
  const middle = (xs[0]! + xs[1]!) / 2;
  return {
    ...{ left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)!, rows: height, cells: [...cells.values()] },
    openTop: !covers(flat, ys[0]!, middle),
    openBottom: !covers(flat, ys.at(-1)!, middle),
  };
}

/** Values that are near each other as one, from the least. */
function cluster(values: readonly number[]): number[] {
  const found: number[][] = [];
  for (const value of [...values].sort((one, other) => one - other)) {
    const last = found.at(-1);
    if (last && value - last.at(-1)! <= NEAR) last.push(value);
    else found.push([value]);
  }
  return found.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length);
}
