import { LRUCache } from "lru-cache";

/** Bytes for what was asked for more than once, and for all else. */
const OFTEN = 52 * 1024 * 1024;
const ONCE = 12 * 1024 * 1024;

/** What is kept under an address. */
interface Entry<Value> {
  value: Value;
  asked: number;
}

interface MemoryOptions<Value> {
  /** Bytes that a value takes, all that it holds counted. */
  sizeOf: (value: Value) => number;
  /** Whether `newer` makes `value` of no use. */
  isOutdated: (value: Value, newer: Value) => boolean;
  /** Whether an address is one of very many that few ask for twice. */
  isSeldom: (address: string) => boolean;
  often?: number;
  once?: number;
}

/**
 * A memory of two parts, as 2Q and segmented LRU have it: what comes for the first time is kept in a small part; what
 * is asked for again moves to the large one, if it is asked for more than what would have to go for it. So no number of
 * new addresses drives out what many readers ask for.
 */
export class AnswerMemory<Value extends object> {
  readonly #often: LRUCache<string, Entry<Value>>;
  readonly #once: LRUCache<string, Entry<Value>>;

  constructor(private readonly options: MemoryOptions<Value>) {
    // A string's letters take a byte or two, and the memory's own tables some more.
    const sizeCalculation = ({ value }: Entry<Value>, address: string) => 256 + 2 * address.length + options.sizeOf(value);
    this.#often = new LRUCache({ maxSize: options.often ?? OFTEN, sizeCalculation });
    this.#once = new LRUCache({ maxSize: options.once ?? ONCE, sizeCalculation });
  }

  /** Bytes that are taken now. */
  get size(): number {
    return this.#often.calculatedSize + this.#once.calculatedSize;
  }

  get(address: string): Value | undefined {
    const often = this.#often.get(address);
    if (often) {
      often.asked += 1;
      return often.value;
    }
    const once = this.#once.get(address);
    if (!once) return undefined;
    once.asked += 1;
    if (!this.options.isSeldom(address)) this.#raise(address, once);
    return once.value;
  }

  set(address: string, value: Value): void {
    const often = this.#often.peek(address);
    if (often) this.#often.set(address, { ...often, value });
    else this.#once.set(address, { value, asked: (this.#once.peek(address)?.asked ?? 0) + 1 });
  }

  /** Counts anew what a value takes that is kept under an address; one that is not there any more is let go. */
  measure(address: string, value: Value): void {
    for (const part of [this.#often, this.#once]) {
      const entry = part.peek(address);
      if (entry?.value === value) part.set(address, { ...entry });
    }
  }

  /** Moves an entry to the large part, unless one that would have to go was asked for more often; that one's count is halved, so that it cannot stay on what it once was. */
  #raise(address: string, entry: Entry<Value>): void {
    const size = this.#once.info(address)?.size ?? 0;
    while (this.#often.calculatedSize + size > this.#often.maxSize) {
      const oldest = this.#often.rkeys().next().value;
      const rival = oldest === undefined ? undefined : this.#often.peek(oldest);
      if (oldest === undefined || !rival) return;
      if (rival.asked >= entry.asked && !this.options.isOutdated(rival.value, entry.value)) {
        this.#often.get(oldest);
        rival.asked = Math.floor(rival.asked / 2);
        return;
      }
      this.#often.delete(oldest);
    }
    this.#once.delete(address);
    this.#often.set(address, entry);
  }
}
