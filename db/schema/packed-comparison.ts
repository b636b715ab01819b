import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { ItemRef, Level } from "@/lib/domain/continuation";
import type { DecisionRecord, RecordedLink } from "@/lib/domain/decision";
import type { PackedEnd, PackedItem, PackedLink } from "./packed-link";

/** Why a link stands: what the store keeps apart from the links, as few pages ask for it. */
export type LinkReasons = Pick<RecordedLink, "parts" | "reasons" | "changes">;

/** A link as it is read back without why it stands. */
export type BriefLink = Omit<RecordedLink, keyof LinkReasons>;

/** The two years and the municipality that a comparison's items are of, and the departments that items name by index. */
export interface Frame {
  municipality: string;
  fromYear: number;
  toYear: number;
  departments: readonly string[];
}

/** Names of all departments in a comparison, each once, in order. */
export function listDepartments(items: Iterable<ItemRef>): string[] {
  return [...new Set([...items].map(({ department }) => department))].sort();
}

/** An item without what its comparison says already. Throws `RangeError` for a pointer to neither a goal nor an initiative. */
export function packItem({ department, pointer }: ItemRef, departments: readonly string[]): PackedItem {
  const match = /^\/priorityGoals\/(\d+)(?:\/initiatives\/(\d+))?$/.exec(pointer);
  if (!match) throw new RangeError(`no item stands at "${pointer}"`);
  const at = departments.indexOf(department);
  return match[2] === undefined ? [at, Number(match[1])] : [at, Number(match[1]), Number(match[2])];
}

/** The item that `packItem` packed. */
export function unpackItem([department, goal, initiative]: PackedItem, year: number, { municipality, departments }: Frame): ItemRef {
  const pointer = `/priorityGoals/${goal}${initiative === undefined ? "" : `/initiatives/${initiative}`}`;
  return { municipality, department: departments[department]!, fiscalYear: year, pointer };
}

/** An item that ended, with who said so where a planner did. */
export function packEnd(item: ItemRef, record: DecisionRecord | null, departments: readonly string[]): PackedEnd {
  const packed = packItem(item, departments);
  return record ? [packed, record] : packed;
}

/** What `packEnd` packed. */
export function unpackEnd(packed: PackedEnd, year: number, frame: Frame): { item: ItemRef; record: DecisionRecord | null } {
  const [item, record] = isRecorded(packed) ? packed : [packed, null];
  return { item: unpackItem(item, year, frame), record };
}

function isRecorded(packed: PackedEnd): packed is [PackedItem, DecisionRecord] {
  return typeof packed[0] !== "number";
}

export function packLink({ predecessor, successor, kind, score, status, record }: RecordedLink, departments: readonly string[]): PackedLink {
  return [packItem(predecessor, departments), packItem(successor, departments), kind, score, status, record];
}

/** Which level a packed link is of. */
export function packedLevel([predecessor]: PackedLink): Level {
  return predecessor.length === 2 ? "goal" : "initiative";
}

/** The link that `packLink` packed, less why it stands. */
export function unpackLink(packed: PackedLink, frame: Frame): BriefLink {
  const [predecessor, successor, kind, score, status, record] = packed;
  return {
    level: packedLevel(packed),
    predecessor: unpackItem(predecessor, frame.fromYear, frame),
    successor: unpackItem(successor, frame.toYear, frame),
    ...{ kind, score, status, record },
  };
}

/** Why links stand, as one value of bytes: about a twentieth of its JSON. */
export function packReasons(links: readonly LinkReasons[]): Buffer {
  return deflateRawSync(JSON.stringify(links.map(({ parts, reasons, changes }) => ({ parts, reasons, changes }))), { level: 4 });
}

/** What `packReasons` packed. */
export function unpackReasons(bytes: Uint8Array): LinkReasons[] {
  return JSON.parse(inflateRawSync(bytes).toString()) as LinkReasons[];
}
