import { describe, expect, it } from "vitest";
import { AnswerMemory } from "@/app/_server/answer-memory";

interface Value {
  size: number;
  dataset: string;
}

const create = () =>
  new AnswerMemory<Value>({
    sizeOf: ({ size }) => size,
    isOutdated: (one, other) => one.dataset !== other.dataset,
    isSeldom: (address) => address.startsWith("/search"),
    often: 20_000,
    once: 8_000,
  });

const value = (size = 1000, dataset = "a"): Value => ({ size, dataset });

/** Asks for an address as a reader does: what is not there is made. */
function visit(memory: AnswerMemory<Value>, address: string, dataset = "a"): boolean {
  const known = memory.get(address);
  if (known?.dataset === dataset) return true;
  memory.set(address, value(1000, dataset));
  return false;
}

describe("AnswerMemory", () => {
  it("keeps what many ask for, however many new addresses are asked for", () => {
    const memory = create();
    for (let turn = 0; turn < 3; turn += 1) visit(memory, "/");
    for (let index = 0; index < 5000; index += 1) visit(memory, `/?n=${index}`);
    for (let index = 0; index < 5000; index += 1) visit(memory, `/search?q=${index}`);
    expect(visit(memory, "/")).toBe(true);
  });

  it("keeps it also where each new address is asked for twice", () => {
    const memory = create();
    for (let turn = 0; turn < 50; turn += 1) visit(memory, "/");
    for (let index = 0; index < 60; index += 1) for (let turn = 0; turn < 2; turn += 1) visit(memory, `/?n=${index}`);
    expect(visit(memory, "/")).toBe(true);
  });

  it("lets go what was asked for once upon a time", () => {
    const memory = create();
    for (let index = 0; index < 15; index += 1) for (let turn = 0; turn < 50; turn += 1) visit(memory, `/old/${index}`);
    let hits = 0;
    for (let turn = 0; turn < 200; turn += 1) for (let index = 0; index < 6; index += 1) hits += Number(visit(memory, `/new/${index}`));
    for (let index = 0; index < 5000; index += 1) visit(memory, `/?n=${index}`);
    expect(hits).toBeGreaterThan(1100);
    expect([0, 1, 2, 3, 4, 5].every((index) => visit(memory, `/new/${index}`))).toBe(true);
  });

  it("gives the place of an older dataset to a newer one's", () => {
    const memory = create();
    for (let index = 0; index < 15; index += 1) for (let turn = 0; turn < 50; turn += 1) visit(memory, `/old/${index}`);
    for (let index = 0; index < 10; index += 1) for (let turn = 0; turn < 2; turn += 1) visit(memory, `/new/${index}`, "b");
    const kept = Array.from({ length: 10 }, (_, index) => visit(memory, `/new/${index}`, "b"));
    expect(kept).toEqual(Array(10).fill(true));
  });

  it("never takes more than it may, with forms that come later", () => {
    const memory = create();
    for (let index = 0; index < 100; index += 1) {
      const [one, address] = [value(), `/${index % 30}`];
      memory.set(address, one);
      memory.get(address);
      one.size += 900;
      memory.measure(address, one);
      expect(memory.size).toBeLessThanOrEqual(28_000);
    }
    expect(memory.size).toBeGreaterThan(15_000);
    memory.set("/large", value(9_000));
    expect(memory.get("/large")).toBeUndefined();
  });

  it("counts a value's growth only while that value is kept", () => {
    const memory = create();
    const [old, fresh] = [value(), value()];
    memory.set("/", old);
    memory.set("/", fresh);
    const before = memory.size;
    old.size = 5000;
    memory.measure("/", old);
    expect(memory.size).toBe(before);
    fresh.size = 2000;
    memory.measure("/", fresh);
    expect(memory.size).toBe(before + 1000);
  });
});
