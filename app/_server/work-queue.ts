import { HEAVY, WorkCosts } from "./work-kind";

/** What light makings under way at once may come to, in milliseconds of the processor. */
const LIGHT_AT_ONCE = 150;

/** How many heavy makings may wait. */
const WAITING = 24;

/** How long the process is left to everything else after a heavy making, in milliseconds. */
const PAUSE = 20;

/** There is more heavy work than can be made soon. */
export class CrowdedError extends Error {}

/** Nobody wants it any more. */
export class UnwantedError extends Error {}

interface Work {
  kind: string;
  isWanted: () => boolean;
  /** Does the work, and answers how to hand out what came of it. */
  start: () => Promise<() => void>;
  refuse: (error: Error) => void;
}

/** Milliseconds of the processor that this process has used. */
function readProcessor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * Says when each answer is made. Heavy work goes one at a time, and at most 24 wait for it; light work goes beside it,
 * several at once. What is heavy is learnt by kind, from the processor's time that its last makings took. A kind that
 * is not known yet is tried alone, before what is known to be heavy.
 */
export class WorkQueue {
  #waiting: Work[] = [];
  /** Whether something is made alone, or the pause after it lasts. */
  #single = false;
  /** Whether the next is to be started in the event loop's next turn. */
  #soon = false;
  /** Counts what was made alone: it holds up what is made meanwhile, which tells nothing of that then. */
  #singles = 0;
  /** What the light work under way comes to, and what was done since the process began. */
  #light = 0;
  #lightDone = 0;
  /** Processor's time of each light work under way, summed up: while several are, each gets an equal share. */
  #share = 0;
  #counted = 0;
  #underWay = 0;

  /** `processor` tells how many milliseconds of the processor were used until now. */
  constructor(
    private readonly costs = new WorkCosts(),
    private readonly processor = readProcessor,
  ) {}

  /** How many wait. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** Runs `make` in its turn. Rejects with `CrowdedError` where too many wait, with `UnwantedError` where `isWanted` says no by then. */
  run<Made>(kind: string, isWanted: () => boolean, make: () => Promise<Made>): Promise<Made> {
    return new Promise<Made>((resolve, reject) => {
      const start = async () => {
        try {
          const made = await make();
          return () => resolve(made);
        } catch (error) {
          return () => reject(error);
        }
      };
      this.#waiting.push({ kind, isWanted, start, refuse: reject });
      this.#refuseExcess();
      this.#startNext();
    });
  }

  /**
   * Starts the next only after the event loop's next turn. A file database answers without one, so works that start as
   * soon as the one before ends would hold up everything else for as long as all of them together.
   */
  #startSoon(): void {
    if (this.#soon) return;
    this.#soon = true;
    setImmediate(() => {
      this.#soon = false;
      this.#startNext();
    });
  }

  #startNext(): void {
    for (const work of this.#waiting.filter(({ kind }) => (this.costs.find(kind) ?? Infinity) < HEAVY)) {
      const cost = this.costs.find(work.kind)!;
      if (this.#underWay > 0 && this.#light + cost > LIGHT_AT_ONCE) break;
      void this.#doLight(work, cost);
    }
    if (this.#single) return;
    const next = this.#waiting.find(({ kind }) => this.costs.find(kind) === null) ?? this.#waiting.find(({ kind }) => this.costs.find(kind)! >= HEAVY);
    if (next) void this.#doSingle(next);
  }

  async #doLight(work: Work, cost: number): Promise<void> {
    if (!this.#take(work)) return;
    const alone = this.#single ? -1 : this.#singles;
    this.#countShare();
    const before = this.#share;
    this.#light += cost;
    this.#underWay += 1;
    const handOut = await work.start();
    this.#countShare();
    this.#light -= cost;
    this.#underWay -= 1;
    this.#lightDone += cost;
    if (alone === this.#singles) this.costs.note(work.kind, this.#share - before);
    handOut();
    this.#startSoon();
  }

  async #doSingle(work: Work): Promise<void> {
    if (!this.#take(work)) return this.#startSoon();
    this.#single = true;
    this.#singles += 1;
    const [processor, light] = [this.processor(), this.#lightDone];
    const handOut = await work.start();
    this.costs.note(work.kind, Math.max(0, this.processor() - processor - (this.#lightDone - light)));
    handOut();
    this.#refuseExcess();
    setTimeout(() => {
      this.#single = false;
      this.#startNext();
    }, PAUSE);
  }

  /** Takes work out of those that wait; `false` where nobody wants it any more. */
  #take(work: Work): boolean {
    this.#waiting = this.#waiting.filter((one) => one !== work);
    const wanted = work.isWanted();
    if (!wanted) work.refuse(new UnwantedError("its readers went away"));
    return wanted;
  }

  #countShare(): void {
    const used = this.processor();
    if (this.#underWay > 0) this.#share += (used - this.#counted) / this.#underWay;
    this.#counted = used;
  }

  /** Lets wait as many as may, those who came first. */
  #refuseExcess(): void {
    const unwanted = new Set(this.#waiting.filter(({ isWanted }) => !isWanted()));
    const heavy = this.#waiting.filter((work) => !unwanted.has(work) && (this.costs.find(work.kind) ?? 0) >= HEAVY);
    const excess = new Set(heavy.slice(WAITING));
    this.#waiting = this.#waiting.filter((work) => !excess.has(work) && !unwanted.has(work));
    for (const { refuse } of excess) refuse(new CrowdedError("too much heavy work waits"));
    for (const { refuse } of unwanted) refuse(new UnwantedError("its readers went away"));
  }
}
