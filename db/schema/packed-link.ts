import type { LinkKind } from "@/lib/domain/continuation";
import type { DecisionRecord, Status } from "@/lib/domain/decision";

/** An item of a comparison as the store packs it: index of its department, its goal's place, and its own where it is an initiative. */
export type PackedItem = [department: number, goal: number] | [department: number, goal: number, initiative: number];

/** An item that ended, with who said so where a planner did. */
export type PackedEnd = PackedItem | [item: PackedItem, record: DecisionRecord];

/** A link as the store packs it, without why it stands. */
export type PackedLink = [predecessor: PackedItem, successor: PackedItem, kind: LinkKind, score: number, status: Status, record: DecisionRecord | null];
