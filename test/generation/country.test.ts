import Ajv from "ajv";
import { describe, expect, it } from "vitest";
import { linkPlans } from "@/lib/continuation/link";
import schema from "@/lib/document/ayumi-plan-1.schema.json";
import { printPlanObject } from "@/lib/document/plan-json";
import { readDocument } from "@/lib/document/read";
import { generateCountry } from "@/lib/generation/country";
import { MUNICIPALITY_NAMES, nameMunicipality } from "@/lib/generation/municipality-name";

const SIZE = { municipalities: 3, departments: 14, years: 4, seed: 7 };
const years = [...generateCountry(SIZE)];

describe("an invented country", () => {
  it("is the same for the same seed, another for another, and a municipality does not depend on how many there are", () => {
    expect([...generateCountry(SIZE)]).toEqual(years);
    expect([...generateCountry({ ...SIZE, municipalities: 1 })]).toEqual(years.filter(({ index }) => index === 0));
    expect([...generateCountry({ ...SIZE, seed: 8 })]).not.toEqual(years);
  });

  it("has a plan for each municipality, year and department, made one year at a time", () => {
    expect(years.map(({ index, fiscalYear, plans }) => [index, fiscalYear, plans.length])).toEqual(
      [0, 1, 2].flatMap((index) => [2022, 2023, 2024, 2025].map((fiscalYear) => [index, fiscalYear, 14])),
    );
    const endless = generateCountry({ municipalities: MUNICIPALITY_NAMES, departments: 12, years: 30, seed: 1 });
    expect(endless.next().value?.plans).toHaveLength(12);
  });

  it("is marked 架空 in every title and every municipality's name, and no two names are the same", () => {
    for (const plan of years.flatMap(({ plans }) => plans))
      expect([plan.title, plan.municipality]).toEqual([expect.stringContaining("（架空）"), expect.stringContaining("（架空）")]);
    const names = Array.from({ length: MUNICIPALITY_NAMES }, (_, index) => nameMunicipality(index));
    expect(new Set(names).size).toBe(MUNICIPALITY_NAMES);
    expect(MUNICIPALITY_NAMES).toBeGreaterThan(1741);
  });

  it("is valid by the published JSON Schema and by the reader, without a doubt about any value", () => {
    const isValid = new Ajv({ strict: false }).compile(schema);
    for (const { plans } of years) {
      const objects = plans.map(printPlanObject);
      expect(isValid(objects), JSON.stringify(isValid.errors)).toBe(true);
      const reading = readDocument(new TextEncoder().encode(JSON.stringify(objects)), { municipality: "柏原市" });
      expect(reading.messages).toEqual([]);
      expect(reading.plans.map(({ plan }) => plan)).toEqual(plans);
    }
  });

  it("goes on from year to year: goals continue, merge, end and begin, and ratings vary", () => {
    const pairs = years.slice(1).flatMap((after, at) => (after.index === years[at]!.index ? [[years[at]!, after] as const] : []));
    const compared = pairs.map(([before, after]) => linkPlans(before.plans, after.plans));
    const links = compared.flatMap((each) => each.links).filter(({ level }) => level === "goal");
    const outcomes = compared.flatMap((each) => each.outcomes).filter(({ level }) => level === "goal");
    for (const kind of ["continued", "merged"]) expect(links.filter((link) => link.kind === kind).length).toBeGreaterThan(20);
    for (const outcome of ["ended", "new"]) expect(outcomes.filter((each) => each.outcome === outcome).length).toBeGreaterThan(20);
    const goals = years.flatMap(({ plans }) => plans.flatMap(({ priorityGoals }) => priorityGoals));
    expect(links.filter(({ kind }) => kind === "continued").length).toBeGreaterThan(goals.length / 4);
    expect(new Set(goals.map(({ overallRating }) => overallRating))).toEqual(new Set(["A", "B", "C", "D", "E", null]));
  });
});
