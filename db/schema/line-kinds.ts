import type { LineKind } from "@/lib/domain/reading";

const LETTERS: Record<LineKind, string> = {
  blank: "b",
  field: "f",
  heading: "h",
  separator: "s",
  decoration: "d",
  "not-understood": "n",
};
const KINDS = new Map(Object.entries(LETTERS).map(([kind, letter]) => [letter, kind as LineKind]));

/** Kinds of a document's lines as one letter each. */
export function packLineKinds(kinds: readonly LineKind[]): string {
  return kinds.map((kind) => LETTERS[kind]).join("");
}

/** The reverse of `packLineKinds`. */
export function unpackLineKinds(letters: string): LineKind[] {
  return Array.from(letters, (letter) => KINDS.get(letter) ?? "not-understood");
}
