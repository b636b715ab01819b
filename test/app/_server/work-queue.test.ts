import { describe, expect, it } from "vitest";
import { HEAVY, nameKind, WorkCosts } from "@/app/_server/work-kind";
import { CrowdedError, UnwantedError, WorkQueue } from "@/app/_server/work-queue";

const wanted = () => true;

/** Costs that are known, whatever is made. */
class KnownCosts extends WorkCosts {
  constructor(private readonly known: Record<string, number>) {
    super();
  }
  override find(kind: string): number | null {
    return this.known[kind] ?? super.find(kind);
  }
}

const costs = (known: Record<string, number>) => new KnownCosts(known);

/** Work that ends when it is told to. */
function createWork() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const make = (name: string) => () => new Promise<string>((resolve) => (begun.push(name), ends.set(name, () => resolve(name))));
  return { begun, make, end: (name: string) => ends.get(name)!() };
}

describe("WorkQueue", () => {
  it("does heavy work one at a time, and light work beside it", async () => {
    const queue = new WorkQueue(costs({ heavy: 1000, light: 5 }));
    const { begun, make, end } = createWork();
    const all = ["h1", "h2", "l1", "l2"].map((name) => queue.run(name.startsWith("h") ? "heavy" : "light", wanted, make(name)));
    expect(begun).toEqual(["h1", "l1", "l2"]);
    end("h1");
    await expect.poll(() => begun).toContain("h2");
    for (const name of ["h2", "l1", "l2"]) end(name);
    expect(await Promise.all(all)).toEqual(["h1", "h2", "l1", "l2"]);
  });

  it("lets 24 wait for heavy work, and takes others again when those are done", async () => {
    const queue = new WorkQueue(costs({ heavy: 1000 }));
    const { make, end } = createWork();
    const all = Array.from({ length: 30 }, (_, index) => queue.run("heavy", wanted, make(String(index))));
    const refused = await Promise.allSettled(all.slice(25));
    expect(refused.every((one) => one.status === "rejected" && one.reason instanceof CrowdedError)).toBe(true);
    for (let index = 0; index < 25; index += 1) {
      await expect.poll(() => queue.waiting, { interval: 5 }).toBe(24 - index);
      end(String(index));
    }
    await Promise.all(all.slice(0, 25));
    const later = queue.run("heavy", wanted, async () => "later");
    expect(await later).toBe("later");
  }, 20_000);

  it("leaves the event loop a turn between light works, however fast they answer", async () => {
    const queue = new WorkQueue(costs({ light: 140 }));
    let turns = 0;
    let over = false;
    const count = () => {
      turns += 1;
      if (!over) setImmediate(count);
    };
    setImmediate(count);
    await Promise.all(Array.from({ length: 20 }, () => queue.run("light", wanted, async () => undefined)));
    over = true;
    expect(turns).toBeGreaterThanOrEqual(19);
  });

  it("tries what it does not know alone, before what is heavy, and then knows it", async () => {
    const queue = new WorkQueue(costs({ heavy: 1000 }));
    const { begun, make, end } = createWork();
    const all = ["h1", "h2", "n1", "n2", "n3"].map((name) => queue.run(name.startsWith("h") ? "heavy" : "new", wanted, make(name)));
    expect(begun).toEqual(["h1"]);
    end("h1");
    await expect.poll(() => begun).toEqual(["h1", "n1"]);
    end("n1");
    await expect.poll(() => begun).toEqual(["h1", "n1", "n2", "n3", "h2"]);
    for (const name of ["n2", "n3", "h2"]) end(name);
    await Promise.all(all);
  });

  /** A processor that has done what it is told. */
  function createProcessor() {
    let used = 1000;
    return { read: () => used, use: (milliseconds: number) => (used += milliseconds) };
  }

  it("learns that work is heavy which takes the processor long, and that it has become light", async () => {
    const [known, { read, use }] = [new WorkCosts(), createProcessor()];
    const queue = new WorkQueue(known, read);
    const work = (milliseconds: number) => queue.run("kind", wanted, async () => void use(milliseconds));
    await work(HEAVY * 5);
    // The first of its route loads it too.
    expect(known.find("kind")).toBeNull();
    await work(HEAVY * 2);
    expect(known.find("kind")).toBe(HEAVY * 2);
    for (const cost of [HEAVY * 3, 1]) await work(cost);
    expect(known.find("kind")).toBe(HEAVY * 2);
    await work(1);
    expect(known.find("kind")).toBe(1);
  });

  it("counts for each work its own share, and no waiting", async () => {
    const [known, { read, use }] = [new WorkCosts(), createProcessor()];
    for (const kind of ["a", "b", "heavy"]) for (let turn = 0; turn < 3; turn += 1) known.note(kind, kind === "heavy" ? HEAVY : 10);
    const queue = new WorkQueue(known, read);
    const { make, end } = createWork();
    for (let turn = 0; turn < 3; turn += 1) {
      const both = [queue.run("a", wanted, make("a")), queue.run("b", wanted, make("b"))];
      await Promise.resolve();
      use(60);
      end("a");
      await both[0];
      use(20);
      end("b");
      await both[1];
    }
    expect([known.find("a"), known.find("b")]).toEqual([30, 50]);
    for (let turn = 0; turn < 3; turn += 1) {
      const both = [queue.run("heavy", wanted, make("heavy")), queue.run("a", wanted, make("a"))];
      await expect.poll(() => queue.waiting, { interval: 5 }).toBe(0);
      use(1030);
      end("a");
      await both[1];
      end("heavy");
      await both[0];
    }
    expect([known.find("a"), known.find("heavy")]).toEqual([30, 1000]);
  });

  it("does not begin what nobody wants any more, and keeps no place for it", async () => {
    const queue = new WorkQueue(costs({ heavy: 1000 }));
    const { begun, make, end } = createWork();
    let gone = false;
    const first = queue.run("heavy", wanted, make("first"));
    const left = Array.from({ length: 24 }, (_, index) => queue.run("heavy", () => !gone, make(`left ${index}`)));
    const settled = Promise.allSettled(left);
    gone = true;
    const later = queue.run("heavy", wanted, make("later"));
    expect((await settled).every((one) => one.status === "rejected" && one.reason instanceof UnwantedError)).toBe(true);
    end("first");
    await expect.poll(() => begun).toEqual(["first", "later"]);
    end("later");
    await Promise.all([first, later]);
  });

  it("goes on after work that fails", async () => {
    const queue = new WorkQueue(costs({ heavy: 1000 }));
    await expect(queue.run("heavy", wanted, async () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    await expect(
      queue.run("heavy", wanted, () => {
        throw new Error("at once");
      }),
    ).rejects.toThrow("at once");
    expect(await queue.run("heavy", wanted, async () => "yes")).toBe("yes");
  });
});

describe("nameKind", () => {
  it("tells kinds of work apart, and not what asks for the same", () => {
    expect(nameKind("/goals/2025-a?dataset=f&n=1")).toBe(nameKind("/goals/2021-b"));
    expect(nameKind("/continuations?level=initiative&n=7")).toBe(nameKind("/continuations?level=initiative"));
    expect(nameKind("/embed/a.png?width=700")).toBe(nameKind("/embed/a.png?width=701"));
    const kinds = [
      "/",
      "/goals",
      "/goals/a",
      "/goals?year=2025",
      "/continuations",
      "/continuations?level=initiative",
      "/embed/a",
      "/embed/a.png",
      "/embed/a.png?scale=3",
      "/api/a.xlsx",
      "/api/a.xlsx?limit=1",
      "/api/a.xlsx?limit=5000",
    ];
    expect(new Set(kinds.map(nameKind)).size).toBe(kinds.length);
  });

  it("has few kinds, whatever is typed", () => {
    const kinds = Array.from({ length: 1000 }, (_, index) =>
      nameKind(`/goals/${index}?q=${index}&x${index}=1&level=${1000 + (index % 9)}&of=%E3%81%82${index}`),
    );
    expect(new Set(kinds).size).toBe(1);
  });
});
