import fc from "fast-check";
import { expect, it } from "vitest";
import { readSource } from "@/lib/document/read-source";
import { judgeReading } from "@/lib/document/verdict";
import type { DepartmentPlan } from "@/lib/domain/plan";
import { blankPlan } from "@/lib/form/blank-plan";
import { fillTemplate } from "@/lib/form/fill-template";
import { makeTemplate } from "@/lib/form/template";
import { layoutChoices, MUNICIPALITY, planFile } from "../document/arbitraries";
import { Layout } from "../document/layout";
import { runs } from "../whole";
import { readRealPlan } from "./plans";
import { markPlan, typeForm } from "./type-form";

const FORMS = { blank: makeTemplate("blank"), previous: makeTemplate("previous") };
const NOTHING = { years: [], goalCounts: [], same: null };
const read = (bytes: Uint8Array) => readSource(bytes, { municipality: MUNICIPALITY });

/** A plan as it comes back: the form gives it its title, and what is filled in says its stage. */
function settle(plan: DepartmentPlan): DepartmentPlan {
  const { title } = blankPlan(plan, plan.fiscalYear);
  const isEvaluated = /"(?:listedRating|overallRating|overallAssessment|futureConsiderations|achievement|rating|reportedResult)":"/.test(
    JSON.stringify(plan.priorityGoals),
  );
  return { ...plan, title, stage: isEvaluated ? "evaluated" : "plan" };
}

it.each(["blank", "previous"] as const)("a random plan typed into the form %s is read as it was written", { timeout: 900_000 }, async (kind) => {
  await fc.assert(
    fc.asyncProperty(planFile, planFile, layoutChoices, async (now, before, choices) => {
      const plan = settle(now.plans[0]!);
      const layout = new Layout(choices);
      const marked = markPlan(plan, layout);
      const form = fillTemplate(FORMS[kind], marked.plan, { ...before.plans[0]!, fiscalYear: plan.fiscalYear - 1 });
      const { plans, messages } = await read(typeForm(form, marked.typed, layout));
      expect(plans.map((each) => each.plan)).toEqual([plan]);
      expect(messages.filter(({ rule }) => rule === "not-understood")).toEqual([]);
    }),
    { numRuns: runs(50), endOnFailure: true },
  );
});

it.each(["2021-policy-promotion", "2025-policy-promotion"] as const)(
  "the form with all of %s is that plan, and says nothing that its document does not",
  async (name) => {
    const plan = readRealPlan(name);
    for (const kind of ["blank", "previous"] as const) {
      const { plans, messages } = await read(fillTemplate(FORMS[kind], plan, readRealPlan("2025-policy-promotion")));
      expect(plans.map((each) => ({ ...each.plan, title: plan.title }))).toEqual([plan]);
      expect(messages).toEqual([]);
    }
  },
);

it("a form that nobody filled in is held, and has no text of the year before", async () => {
  const plan = readRealPlan("2025-policy-promotion");
  const reading = await read(fillTemplate(FORMS.previous, blankPlan(plan, 2026), plan));
  const { reasons } = judgeReading(reading, [NOTHING]);
  expect(reasons.map(({ rule }) => rule)).toEqual(Array(4).fill("title-empty"));
  expect(reading.plans.map((each) => each.plan)).toEqual([
    {
      ...blankPlan(plan, 2026),
      officers: [],
      priorityGoals: blankPlan(plan, 2026).priorityGoals.map((goal) => ({ ...goal, targets: [], initiatives: [] })),
    },
  ]);
  expect(new Set(reading.messages.map(({ rule }) => rule))).toEqual(new Set(["title-missing"]));
});
