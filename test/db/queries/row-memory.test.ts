import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, expect, it, vi } from "vitest";
import { keepRows } from "@/db/queries/row-memory";
import type { DatasetRow } from "@/lib/domain/rows";
import { createStore, removeTemporary } from "../temporary-store";

setFlagsFromString("--expose-gc");

afterAll(removeTemporary);

const dataset: DatasetRow = { id: "a", sequence: 1, createdAt: "", documents: 1, municipalityId: "m00000000" };

const { municipalityId: _, ...whole } = dataset;

it("reads the same rows of a dataset once, and others each by themselves", async () => {
  const { db } = await createStore();
  const read = vi.fn(async (_db: unknown, { id, municipalityId }: DatasetRow, year: number) => [{ id, municipalityId, year }]);
  const list = keepRows("test", read);
  const first = await list(db, dataset, 2025);
  expect(await list(db, { ...dataset }, 2025)).toBe(first);
  expect(first).toEqual([{ id: "a", municipalityId: "m00000000", year: 2025 }]);
  expect(read).toHaveBeenCalledTimes(1);
  expect(await list(db, dataset, 2021)).toMatchObject([{ year: 2021 }]);
  expect(await list(db, { ...dataset, id: "b" }, 2025)).toMatchObject([{ id: "b" }]);
  expect(await list(db, whole, 2025)).toMatchObject([{ municipalityId: undefined }]);
  expect(read).toHaveBeenCalledTimes(4);
});

it("keeps the rows of two readings, and of two databases, apart", async () => {
  const [one, other] = [(await createStore()).db, (await createStore()).db];
  const [goals, plans] = [keepRows("goals of a test", async () => ["goal"]), keepRows("plans of a test", async () => ["plan"])];
  expect([await goals(one, dataset), await plans(one, dataset)]).toEqual([["goal"], ["plan"]]);
  const count = vi.fn(async () => []);
  const counted = keepRows("count", count);
  await counted(one, dataset);
  await counted(other, dataset);
  expect(count).toHaveBeenCalledTimes(2);
});

it("reads again what could not be read, and what is too large to keep", async () => {
  const { db } = await createStore();
  const read = vi.fn(async () => ["read"]).mockRejectedValueOnce(new Error("the disk is gone"));
  const list = keepRows("failing", read);
  await expect(list(db, dataset)).rejects.toThrow("the disk is gone");
  expect(await list(db, dataset)).toEqual(["read"]);
  const large = vi.fn(async () => ["あ".repeat(9 * 1024 * 1024)]);
  const listLarge = keepRows("large", large);
  await listLarge(db, dataset);
  await listLarge(db, dataset);
  expect(large).toHaveBeenCalledTimes(2);
});

it("gives rows that no reader can change for another", async () => {
  const { db } = await createStore();
  const list = keepRows("frozen", async () => [{ units: ["b", "a"] }]);
  const [row] = await list(db, dataset);
  expect(() => row!.units.sort()).toThrow(TypeError);
});

it("keeps that there is nothing", async () => {
  const { db } = await createStore();
  const read = vi.fn(async () => null);
  const find = keepRows("nothing", read);
  expect([await find(db, dataset), await find(db, dataset)]).toEqual([null, null]);
  expect(read).toHaveBeenCalledTimes(1);
});

it("reads once for all who ask at once, also where that fails", async () => {
  const { db } = await createStore();
  let fails = true;
  const read = vi.fn(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (fails) throw new Error("the disk is gone");
    return ["read"];
  });
  const list = keepRows("at once", read);
  const failed = await Promise.allSettled([list(db, dataset), list(db, dataset)]);
  expect([failed.map(({ status }) => status), read.mock.calls.length]).toEqual([["rejected", "rejected"], 1]);
  fails = false;
  const [one, other] = await Promise.all([list(db, dataset), list(db, dataset)]);
  expect([one === other, read.mock.calls.length]).toEqual([true, 2]);
});

it("counts about what the kept rows really take", async () => {
  const { db } = await createStore();
  const list = keepRows("counted", async (_db, _dataset, turn: number) =>
    Array.from({ length: 200 }, (_, index) => ({
      id: `${turn}-${index}`,
      text: `${"目標".repeat(200)}${turn} ${index}`.normalize(),
      rating: null,
      units: [`課${index}`],
    })),
  );
  await list(db, dataset, 0);
  const collect = (globalThis as typeof globalThis & { gc?: () => void }).gc ?? (runInNewContext("gc") as () => void);
  const used = () => (collect(), process.memoryUsage().heapUsed);
  const before = used();
  for (let turn = 1; turn < 60; turn += 1) await list(db, dataset, turn);
  const { kept } = (globalThis as unknown as { ayumiRows: WeakMap<object, { kept: { calculatedSize: number } }> }).ayumiRows.get(db)!;
  const ratio = (used() - before) / kept.calculatedSize;
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(1.3);
});
