import { commonShare } from "./commonness";
import { countTextGrams, isJoint } from "./gram";
import type { Item } from "./item";

/** A sparse vector of length 1 (or empty): ascending gram keys and their weights. */
export interface Vector {
  keys: Int32Array;
  weights: Float64Array;
}

/** How much the title counts on top of the whole text that it is a part of. */
const TITLE_WEIGHT = 0.6;

/** How many texts' worth of trust `commonShare` gets beside the texts at hand. */
const COMMONNESS_WEIGHT = 30;

/**
 * The items as TF-IDF vectors of letter pairs: sublinear frequency (1 + ln n) times inverse document frequency
 * (Salton & Buckley 1988, doi:10.1016/0306-4573(88)90021-0), where the document frequency is counted over
 * `items` and smoothed with what is common in administrative prose; a joint of two words counts `joints` times that.
 * The title's unit vector is added to that of the whole text.
 */
export function weighItems(items: readonly Item[], joints: number): Vector[] {
  const bags = items.map(({ title, texts }) => {
    const counts = countTextGrams(title);
    return { title: counts, whole: addCounts(counts, texts) };
  });
  const documents = new Map<number, number>();
  for (const { whole } of bags) for (const key of whole.keys()) documents.set(key, (documents.get(key) ?? 0) + 1);

  const rarities = new Map<number, number>();
  for (const [key, count] of documents) {
    const smoothed = count + COMMONNESS_WEIGHT * commonShare(key) + 0.5;
    rarities.set(key, Math.max(0, Math.log((items.length + COMMONNESS_WEIGHT + 1) / smoothed)) * (isJoint(key) ? joints : 1));
  }
  return bags.map(({ title, whole }) => addVectors(weigh(whole, rarities), weigh(title, rarities)));
}

/** The counts with those of more texts. */
function addCounts(counts: ReadonlyMap<number, number>, texts: readonly string[]): ReadonlyMap<number, number> {
  const sums = new Map(counts);
  for (const text of texts) for (const [key, count] of countTextGrams(text)) sums.set(key, (sums.get(key) ?? 0) + count);
  return sums;
}

function weigh(counts: ReadonlyMap<number, number>, rarities: ReadonlyMap<number, number>): Vector {
  const keys = Int32Array.from(counts.keys()).sort();
  const weights = new Float64Array(keys.length);
  for (let i = 0; i < keys.length; i++) weights[i] = (1 + Math.log(counts.get(keys[i]!)!)) * rarities.get(keys[i]!)!;
  return toUnit({ keys, weights });
}

/** `title` holds no key that `whole` lacks. */
function addVectors(whole: Vector, title: Vector): Vector {
  const weights = whole.weights.slice();
  let at = 0;
  title.keys.forEach((key, i) => {
    while (whole.keys[at]! < key) at++;
    weights[at]! += TITLE_WEIGHT * title.weights[i]!;
  });
  return toUnit({ keys: whole.keys, weights });
}

function toUnit({ keys, weights }: Vector): Vector {
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
  return { keys, weights: length === 0 ? weights : weights.map((weight) => weight / length) };
}
