import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { departmentId as id } from "@/lib/domain/identifier";
import { joinDepartments, settleDepartments } from "@/lib/domain/reorganisation";

describe("a renaming", () => {
  it("leaves a department one, by the id of its last name, whichever name is asked for", () => {
    const { ids, aliases, changes } = settleDepartments([
      { from: ["政策推進部"], to: ["総合政策部"], fiscalYear: 2025 },
      { from: ["市長公室"], to: ["政策推進部"], fiscalYear: 2023 },
    ]);
    for (const name of ["市長公室", "政策推進部", "総合政策部"]) expect([ids.get(name), ids.get(id(name))]).toEqual([id("総合政策部"), id("総合政策部")]);
    expect([ids.get("財務部"), changes]).toEqual([undefined, []]);
    expect(aliases.get(id("総合政策部"))!.toSorted()).toEqual([id("市長公室"), id("政策推進部"), id("総合政策部")].toSorted());
  });
});

describe("departments that compare as one", () => {
  const join = (from: number, to: number) => joinDepartments(CHANGES, from, to);
  const CHANGES = settleDepartments([
    { from: ["総務部"], to: ["総務部", "財務部"], fiscalYear: 2022 },
    { from: ["健康部", "福祉部"], to: ["健康福祉部"], fiscalYear: 2023 },
    { from: ["財務部", "会計室"], to: ["財務部"], fiscalYear: 2024 },
    { from: ["市長公室"], to: ["政策推進部"], fiscalYear: 2023 },
  ]).changes;

  it("are those that a split or a merger within the span ties together", () => {
    expect(join(2021, 2022)).toEqual([{ before: [id("総務部")], after: [id("総務部"), id("財務部")] }]);
    expect(join(2022, 2023)).toEqual([{ before: [id("健康部"), id("福祉部")], after: [id("健康福祉部")] }]);
    expect(join(2024, 2025)).toEqual([]);
  });

  it("are tied through others: a split whose part takes in a third later", () => {
    expect(join(2021, 2025)).toEqual([
      { before: [id("健康部"), id("福祉部")], after: [id("健康福祉部")] },
      { before: [id("総務部"), id("会計室")], after: [id("総務部"), id("財務部")] },
    ]);
  });

  it("are in one group at most, whatever is stated", () => {
    const names = ["甲部", "乙部", "丙部", "丁部"];
    const change = fc.record({
      from: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
      to: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1 }),
      fiscalYear: fc.integer({ min: 2020, max: 2025 }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 5 }), (reorganisations) => {
        const joined = joinDepartments(settleDepartments(reorganisations).changes, 2019, 2025);
        const after = joined.flatMap((each) => each.after);
        expect(after).toHaveLength(new Set(after).size);
      }),
    );
  });
});
