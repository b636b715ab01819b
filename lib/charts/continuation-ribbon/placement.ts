import { isContinuing } from "@/lib/domain/continuing";
import type { RibbonFlow, RibbonNode } from "./node";

/** Something in a column, with its height in pixels. */
export interface StackBlock<T> {
  value: T;
  height: number;
}

/** How much a node without ribbons pulls to its own place, beside 1 for a node that its ribbons pull. */
const LOOSE = 0.01;

/**
 * Tops of all nodes: the tallest column is packed, the others follow their neighbours to either side, each node as
 * near to the middle of what it is linked to as the order allows. Nothing overlaps; `between` pixels stay free.
 */
export function alignColumns(
  stacks: readonly StackBlock<RibbonNode>[][],
  flows: readonly RibbonFlow[],
  between: number,
): { tops: Map<RibbonNode, number>; height: number } {
  const lengths = stacks.map((blocks) => blocks.reduce((sum, { height }) => sum + height + between, -between));
  const height = Math.max(0, ...lengths);
  const tallest = lengths.indexOf(Math.max(...lengths));
  const tops = new Map<RibbonNode, number>();
  const heights = new Map(stacks.flatMap((blocks) => blocks.map((block) => [block.value, block.height])));
  const middle = (node: RibbonNode) => tops.get(node)! + heights.get(node)! / 2;
  const continuing = flows.filter((flow) => isContinuing(flow.link.kind));
  const align = (blocks: readonly StackBlock<RibbonNode>[]) => {
    const wanted = blocks.map(({ value, height: own }) => {
      const neighbours = continuing.flatMap(({ predecessor, successor }) =>
        predecessor === value && tops.has(successor) ? [successor] : successor === value && tops.has(predecessor) ? [predecessor] : [],
      );
      return neighbours.length === 0 ? null : neighbours.reduce((sum, node) => sum + middle(node), 0) / neighbours.length - own / 2;
    });
    stack(blocks, wanted, between, height).forEach((top, index) => tops.set(blocks[index]!.value, top));
  };
  const order = [tallest, ...range(tallest + 1, stacks.length), ...range(0, tallest).reverse()];
  for (const index of order) align(stacks[index] ?? []);
  return { tops, height };
}

/**
 * Tops as near as possible (by squares) to those wanted, `null` for any, in the given order, without overlap and
 * within 0 and `room`: isotonic regression by pooling neighbours that would overlap.
 */
export function stack(blocks: readonly StackBlock<unknown>[], wanted: readonly (number | null)[], between: number, room: number): number[] {
  let length = 0;
  const offsets = blocks.map(({ height }) => {
    const offset = length;
    length += height + between;
    return offset;
  });
  const slack = Math.max(0, room - (length - between));
  const pools: { sum: number; weight: number; count: number }[] = [];
  blocks.forEach((_, index) => {
    const goal = wanted[index] ?? null;
    const weight = goal === null ? LOOSE : 1;
    const place = goal === null ? 0 : goal - offsets[index]!;
    let pool = { sum: weight * place, weight, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.weight > pool.sum / pool.weight; last = pools.at(-1)) {
      pool = { sum: last.sum + pool.sum, weight: last.weight + pool.weight, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  });
  const shifts = pools.flatMap(({ sum, weight, count }) => Array<number>(count).fill(Math.min(slack, Math.max(0, sum / weight))));
  return offsets.map((offset, index) => offset + shifts[index]!);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
