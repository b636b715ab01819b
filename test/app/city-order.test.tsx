import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { answerChart } from "@/app/_read/chart-answer";
import { answerTable } from "@/app/_read/table-answer";
import CarriedOnPage from "@/app/carried-on/page";
import ContinuationsPage from "@/app/continuations/page";
import EmbedPage from "@/app/embed/page";
import GoalsPage from "@/app/goals/page";
import OverviewPage from "@/app/page";
import SearchPage from "@/app/search/page";
import { closeSiteDatabase } from "@/db/connection/site";
import { findDataset } from "@/db/queries/datasets";
import { CHARTS } from "@/lib/charts/registry";
import { chartPlace } from "@/lib/parameters/charts";
import { readView } from "@/lib/parameters/place";
import { createFolder, createStore, ingest, makePlan, removeTemporary, writePlans } from "../db/temporary-store";
import { makeEntries } from "../domain/rating/scales";
import { runs } from "../whole";
import { renderPage } from "./render-page";

afterEach(() => {
  closeSiteDatabase(0);
  vi.unstubAllEnvs();
  removeTemporary();
});

const CITY = "架空市";
const SCALE = makeEntries(["A", "達成"], ["B", "概ね達成"]);

interface Stated {
  department: string;
  area: string;
}

/** A plan of 架空市 with one goal for each area. */
function planOf(department: string, fiscalYear: number, areas: readonly string[]) {
  const [goal] = makePlan().priorityGoals;
  const priorityGoals = areas.map((policyArea, at) => ({
    ...goal!,
    number: at + 1,
    title: `${department}の消防団${at}`,
    policyArea,
    overallRating: "A",
    listedRating: "A",
  }));
  return makePlan({ municipality: CITY, department, fiscalYear, stage: "evaluated", ratingScale: SCALE, priorityGoals });
}

/** Opens a site of 架空市 whose documents state departments and areas so, year by year, and whose data folder lists some. */
async function openCity(years: readonly (readonly Stated[])[], listed: { departments: readonly string[]; policyAreas: readonly string[] }): Promise<string> {
  const folder = createFolder();
  writeFileSync(path.join(folder, "ayumi.json"), JSON.stringify({ municipality: CITY, ...listed }));
  const { db, url, folder: documents } = await createStore();
  const plans = years.flatMap((stated, at) =>
    [...new Set(stated.map(({ department }) => department))].map((department) =>
      planOf(
        department,
        2024 + at,
        stated.filter((each) => each.department === department).map(({ area }) => area),
      ),
    ),
  );
  await ingest(db, writePlans(documents, plans), { municipality: CITY });
  vi.stubEnv("AYUMI_DATA", folder);
  vi.stubEnv("DATABASE_URL", url);
  return (await findDataset(db))!.id;
}

/** What appears first, after what is listed; only what appears at all. */
function orderOf(listed: readonly string[], appearing: readonly string[]): string[] {
  return [...new Set([...listed.filter((name) => appearing.includes(name)), ...appearing])];
}

const decode = (text: string) =>
  text
    .replace(/<!-- -->/g, "")
    .replace(/（\d+）/, "")
    .trim();
/** Labels of a page's choices of one name, each fieldset by itself. */
const listChoices = (html: string, name: string) =>
  [...html.matchAll(/<fieldset[\s\S]*?<\/fieldset>/g)]
    .map(([set]) => [...set.matchAll(new RegExp(`name="${name}" value="[^"]*"[^>]*>([^<]+(?:<!-- -->[^<]*)*)`, "g"))].map(([, label]) => decode(label!)))
    .filter((labels) => labels.length > 0);

async function readTable(table: "plans" | "goals" | "initiatives" | "continuations", query = ""): Promise<Record<string, string>[]> {
  const { body } = await answerTable(`http://localhost/api/${table}.json${query}`, table, "json");
  return (JSON.parse(body as string) as { rows: Record<string, string>[] }).rows;
}

/** Every list of departments and of areas that the site gives. */
async function collectLists(): Promise<{ departments: [where: string, list: string[]][]; areas: [where: string, list: string[]][] }> {
  const pages: [string, unknown, Record<string, string>][] = [
    ["/", OverviewPage, {}],
    ["/goals", GoalsPage, {}],
    ["/continuations", ContinuationsPage, {}],
    ["/carried-on", CarriedOnPage, {}],
    ["/search", SearchPage, { q: "消防団" }],
    ["/embed", EmbedPage, {}],
  ];
  const html = await Promise.all(pages.map(async ([name, page, query]) => [name, await renderPage(page, query)] as const));
  const chart = async (by: string) => {
    const definition = CHARTS["rating-distribution"];
    const { body } = await answerChart(definition, readView(chartPlace(definition), { by }).view, "json");
    return [...new Set((JSON.parse(body as string) as { rows: { group: string }[] }).rows.map(({ group }) => group))];
  };
  const [plans, goals, sorted, byArea, initiatives] = [
    await readTable("plans"),
    await readTable("goals"),
    await readTable("goals", "?sort=department"),
    await readTable("goals", "?sort=area"),
    await readTable("initiatives"),
  ];
  const unique = (values: string[]) => [...new Set(values)];
  const ofYears = (rows: Record<string, string>[]): [string, string[]][] =>
    unique(rows.map((row) => String(row.fiscal_year))).map((year) => [
      year,
      unique(rows.filter((row) => String(row.fiscal_year) === year).map((row) => row.department!)),
    ]);
  return {
    departments: [
      ...html.flatMap(([name, page]) => listChoices(page, "department").map((list): [string, string[]] => [name, list])),
      ["chart", await chart("department")],
      ...ofYears(plans),
      ...ofYears(goals),
      ...ofYears(initiatives),
      ["goals by department", unique(sorted.map((row) => row.department!))],
    ],
    areas: [
      ...html.flatMap(([name, page]) => listChoices(page, "area").map((list): [string, string[]] => [name, list])),
      ["chart", await chart("area")],
      ["goals by area", unique(byArea.map((row) => row.policy_area!))],
    ],
  };
}

/** Whether a list holds names in this order, some of them perhaps not at all. */
const inOrder = (list: readonly string[], order: readonly string[]) => order.filter((name) => list.includes(name));

describe("departments and areas", () => {
  it("stand in the same order in every list, whatever the documents say first and the data folder lists", { timeout: 240_000 }, async () => {
    const departments = ["こども部", "総務部", "会計室", "健康部"];
    const areas = ["防災", "福祉", "市政運営"];
    const stated = fc.uniqueArray(fc.record({ department: fc.constantFrom(...departments), area: fc.constantFrom(...areas) }), {
      minLength: 2,
      maxLength: 6,
      selector: ({ department, area }) => department + area,
    });
    const listed = fc.record({ departments: fc.shuffledSubarray(departments), policyAreas: fc.shuffledSubarray(areas) });
    await fc.assert(
      fc.asyncProperty(fc.array(stated, { minLength: 2, maxLength: 2 }), listed, async (years, own) => {
        await openCity(years, own);
        // A plan's goals stand together, so that areas appear department by department.
        const appearing = years.flatMap((year) =>
          [...new Set(year.map(({ department }) => department))].flatMap((department) => year.filter((each) => each.department === department)),
        );
        const expected = {
          departments: orderOf(
            own.departments,
            appearing.map(({ department }) => department),
          ),
          areas: orderOf(
            own.policyAreas,
            appearing.map(({ area }) => area),
          ),
        };
        const found = await collectLists();
        for (const [where, list] of found.departments) expect(list, `departments: ${where}`).toEqual(inOrder(list, expected.departments));
        for (const [where, list] of found.areas) expect(list, `areas: ${where}`).toEqual(inOrder(list, expected.areas));
        expect(new Set(found.departments.map(([where]) => where))).toEqual(
          new Set([
            ...(expected.departments.length > 1 ? ["/", "/goals", "/continuations", "/carried-on", "/search", "/embed"] : []),
            "chart",
            "2024",
            "2025",
            "goals by department",
          ]),
        );
        closeSiteDatabase(0);
      }),
      { numRuns: runs(8) },
    );
  });

  it("change no dataset's id", async () => {
    const years = [
      [
        { department: "総務部", area: "防災" },
        { department: "会計室", area: "福祉" },
      ],
    ];
    const ids = [
      await openCity(years, { departments: [], policyAreas: [] }),
      await openCity(years, { departments: ["会計室", "総務部"], policyAreas: ["福祉"] }),
    ];
    expect(ids[0]).toBe(ids[1]);
  });
});
