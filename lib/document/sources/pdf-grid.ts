import { LIMITS } from "@/lib/domain/limits";
import type { Rule } from "./pdf-page";
import { refuseSource } from "./source-rows";

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
  /** The cell at a place of the page; none outside. */
  cellAt(x: number, y: number): RuledCell | undefined;
}

/** Lines nearer than this, in points, are one. */
const NEAR = 2.5;
/** Stretches of a grid: more than any page has room for. */
const MOST_CELLS = 20_000;

/** The tables that a page's ruled lines make, from top to bottom; lines that cross nothing make none. */
export function findRuledTables(rules: readonly Rule[]): RuledTable[] {
  const lines = joinRules(rules);
  if (lines.length > LIMITS.rules) refuseSource("too-complex");
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
  for (const line of lines) {
    const group = groups.get(root(line));
    if (group) group.push(line);
    else groups.set(root(line), [line]);
  }
  return [...groups.values()];
}

function makeTable(lines: readonly Rule[]): RuledTable | null {
  const flat = lines.filter(({ across }) => across);
  const upright = lines.filter(({ across }) => !across);
  if (upright.length < 2 || flat.length < 1) return null;
  const xs = cluster([...upright.map(({ at }) => at), ...flat.flatMap(({ from, to }) => [from, to])]);
  const ys = cluster([...flat.map(({ at }) => at), ...upright.flatMap(({ from, to }) => [from, to])]);
  if (xs.length < 2 || ys.length < 2) return null;
  if (xs.length * ys.length > MOST_CELLS) refuseSource("too-complex");
  const [uprightAt, flatAt] = [xs.map((at) => upright.filter((rule) => isNear(rule, at))), ys.map((at) => flat.filter((rule) => isNear(rule, at)))];
  const covers = (rules: readonly Rule[], middle: number) => rules.some((rule) => rule.from <= middle && rule.to >= middle);
  const [width, height] = [xs.length - 1, ys.length - 1];
  const owner = Array.from({ length: width * height }, (_, index) => index);
  const root = (index: number): number => {
    while (owner[index] !== index) {
      owner[index] = owner[owner[index]!]!;
      index = owner[index]!;
    }
    return index;
  };
  for (let row = 0; row < height; row++) {
    const y = (ys[row]! + ys[row + 1]!) / 2;
    for (let column = 0; column < width; column++) {
      const x = (xs[column]! + xs[column + 1]!) / 2;
      const own = row * width + column;
      if (column + 1 < width && !covers(uprightAt[column + 1]!, y)) owner[root(own + 1)] = root(own);
      if (row + 1 < height && !covers(flatAt[row + 1]!, x)) owner[root(own + width)] = root(own);
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
    openTop: !covers(flatAt[0]!, middle),
    openBottom: !covers(flatAt.at(-1)!, middle),
    cellAt(x, y) {
      const [column, row] = [findStretch(xs, x), findStretch(ys, y)];
      return column === -1 || row === -1 ? undefined : cells.get(root(row * width + column));
    },
  };
}

function isNear(rule: Rule, at: number): boolean {
  return Math.abs(rule.at - at) <= NEAR;
}

/** Between which two of some sorted values one stands, counted from 0; -1 outside. */
function findStretch(values: readonly number[], value: number): number {
  if (value < values[0]! || value > values.at(-1)!) return -1;
  let [low, high] = [0, values.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle]! <= value) low = middle;
    else high = middle;
  }
  return low;
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
