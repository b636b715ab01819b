/**
 * One thing that may be carried on: a goal, an initiative, a programme. `title` is what it is called and
 * counts more than `texts`, which say the rest in any order. Items are only compared within one `group`;
 * `unit` is the office that answers for it, `null` where unknown. `id` is unique among its side's items.
 */
export interface Item {
  id: string;
  group?: string;
  title: string;
  texts: readonly string[];
  /** Texts of what the item is a part of. They are not compared: they only say whether it came through unchanged. */
  within?: readonly string[];
  unit: string | null;
}
