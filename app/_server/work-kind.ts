import { LRUCache } from "lru-cache";

/** From how many milliseconds of the processor on a making is heavy. */
export const HEAVY = 150;

/** Most kinds whose cost is remembered, and of how many makings. */
const KINDS = 1000;
const SAMPLES = 3;

/** Parameters that choose how much is drawn or listed; all others but filters change nothing of it. */
const DECIDING = new Set(["by", "fields", "level", "limit", "measure", "of", "scale", "size", "within"]);
const FILTERS = new Set(["area", "department", "policy-goal", "q", "rating", "view", "year"]);

/**
 * The kind of work that an address asks for, so that what one took tells what the next will: its path without ids, and
 * those parameters that decide how much there is to make. Numbers count by their length. There are few kinds, whatever
 * is asked for.
 */
export function nameKind(url: string): string {
  const [path = "", query = ""] = url.split("?", 2);
  const [, first = "", ...rest] = path.split("/");
  // The names of charts' forms and of tables say what they are; elsewhere the rest is ids.
  const shape =
    /^(?:embed|api)$/.test(first) && rest.length === 1
      ? `${first}/${rest[0]!.slice(0, 60)}`
      : [first.slice(0, 60), ...rest.slice(0, 4).map(() => "*")].join("/");
  const parameters = [...new URLSearchParams(query)].flatMap(([name, value]) => {
    if (DECIDING.has(name)) return [`${name}=${describe(value)}`];
    if (name === "municipality" && /^m[0-9a-f]{8}$/.test(value)) return [`${name}=${value}`];
    return FILTERS.has(name) ? [name] : [];
  });
  return `/${shape}?${[...new Set(parameters)].sort().join("&")}`;
}

function describe(value: string): string {
  if (/^\d+$/.test(value)) return `${value.length} digits`;
  return /^[a-z-]{1,20}$/.test(value) ? value : "other";
}

/** What each kind of work has taken, in milliseconds of the processor. */
export class WorkCosts {
  readonly #last = new LRUCache<string, number[]>({ max: KINDS });

  /**
   * What a making of that kind takes. `null` where that is not known yet: the first making loads its route too, so it
   * tells only that a kind is light.
   */
  find(kind: string): number | null {
    const samples = (this.#last.get(kind) ?? []).toSorted((one, other) => one - other);
    const usual = samples[Math.floor((samples.length - 1) / 2)];
    return usual === undefined || (samples.length === 1 && usual >= HEAVY) ? null : usual;
  }

  /** Notes what one making took. What others did meanwhile may have been counted with it, so the usual of the last few holds. */
  note(kind: string, cost: number): void {
    this.#last.set(kind, [...(this.#last.get(kind) ?? []), cost].slice(-SAMPLES));
  }
}
