/** Key of an initiative: its goal's id, and its place in the goal, from 1 (`2025-policy-promotion-4-i2`). A goal's own key is its id. */
export function initiativeKey(goalId: string, place: number): string {
  return `${goalId}-i${place}`;
}

/** A key taken apart: the goal that the item is, or is part of, and the place of an initiative in it, from 1; `null` for a goal. */
export function parseItemKey(key: string): { goalId: string; initiative: number | null } {
  const [, goalId, place] = /^(.+)-i(\d+)$/.exec(key) ?? [];
  return goalId === undefined ? { goalId: key, initiative: null } : { goalId, initiative: Number(place) };
}
