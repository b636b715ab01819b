import type { ItemRef } from "@/lib/domain/continuation";

/** An item as one text, to look it up by. */
export function refName({ municipality, department, fiscalYear, pointer }: ItemRef): string {
  return `${fiscalYear}${pointer} ${department}\n${municipality}`;
}

/** The goal that an item is, or is part of. */
export function goalOf(ref: ItemRef): ItemRef {
  return { ...ref, pointer: ref.pointer.replace(/\/initiatives\/.*$/, "") };
}
