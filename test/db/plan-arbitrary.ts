import fc from "fast-check";
import type { DepartmentPlan } from "@/lib/domain/plan";

/** Text that strains printing and storing: quotes, backslashes, newlines, tags, emoji, full width, variation selectors. */
const text = fc
  .oneof(
    fc.string({ unit: "grapheme", maxLength: 30 }),
    fc.constantFrom('"引用"\\', "一行目\n二行目\r\n\t三", "<b>&amp;", "葛󠄀城市", "🏯👩‍👩‍👧", "１０²㎡①", "'; drop table plans; --", "%_{}[]", "\u2028", "{}"),
  )
  .map((value) => value.replaceAll("\0", ""));
const filled = text.map((value) => value || "本文");
const absent = fc.option(filled);

/** Any plan that the interchange form can hold. */
export const anyPlan: fc.Arbitrary<DepartmentPlan> = fc
  .uniqueArray(fc.constantFrom("A", "B", "C", "計画通り", "評価不能", "S+"), { maxLength: 4 })
  .chain((ratings) => {
    const rating = fc.option(ratings.length > 0 ? fc.constantFrom(...ratings) : fc.constantFrom("A", "B", "C", "D", "E"));
    const percent = fc.option(fc.integer({ min: 0, max: 1000 }).map((value) => value / 8));
    const goal = fc.record({
      number: fc.integer({ min: 0, max: 12 }),
      policyGoal: fc.option(fc.record({ code: absent, name: filled })),
      policyArea: absent,
      title: text,
      listedRating: rating,
      overallRating: rating,
      overallAssessment: absent,
      futureConsiderations: absent,
      targets: fc.array(fc.record({ text, achievement: absent, rating }), { maxLength: 3 }),
      initiatives: fc.array(fc.record({ text, reportedResult: absent, responsibleUnit: absent }), { maxLength: 3 }),
    });
    return fc.record({
      municipality: fc.constantFrom("柏原市", "岡崎市", "架空市"),
      department: fc.oneof(fc.constantFrom("政策推進部", "総務部", "会計室"), filled),
      fiscalYear: fc.integer({ min: 1868, max: 2200 }),
      title: absent,
      stage: fc.constantFrom("plan" as const, "evaluated" as const),
      officers: fc.array(fc.record({ post: text, name: text, duty: absent }), { maxLength: 3 }),
      basicPolicy: fc.array(text, { maxLength: 3 }),
      ratingScale: fc.tuple(...ratings.map((each) => fc.record({ rating: fc.constant(each), label: absent, criterion: absent, min: percent, max: percent }))),
      priorityGoals: fc.array(goal, { maxLength: 4 }),
    });
  });
