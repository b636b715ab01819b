import { drawPicture } from "@/app/_read/chart-picture";
import { usualView } from "@/lib/chart-urls";
import type { ChartRows } from "@/lib/charts/contract";
import { CHART_NAMES, CHARTS, type ChartName, describeChart } from "@/lib/charts/registry";
import type { LinkKind } from "@/lib/domain/continuation";
import { citeSource } from "@/lib/files/citation";
import type { PictureTheme } from "@/lib/files/plain-picture";
import type { View } from "@/lib/parameters/view";
import { EXAMPLE_GOAL } from "../chart-example";
import { readAllRows } from "../chart-rows";
import { linkGoals, makeGoals } from "../charts/comparison/goals";
import { makeHistory, makeItem, makeLink } from "../charts/continuation-ribbon/history";
import { makeGoalDetail } from "../charts/goal/goal-detail";
import { makeCities, SCALES } from "../charts/municipalities/cities";
import { carryOn } from "../charts/rating-change/goals";
import { createStore, HOME, ingest, REAL_DOCUMENTS } from "../db/temporary-store";
import { KASHIWARA, makeGoal, makePlan } from "../rows";

/** A chart's file, and what it is. */
export interface Picture {
  name: string;
  svg: string;
}

const THEMES: readonly PictureTheme[] = ["light", "dark"];
const LETTERS = ["A", "B", "C", "D", "E", null] as const;
const YEARS = [2024, 2025];

/** Every chart of the real documents, in all that it can count, and charts of made-up rows (架空) that hold every mark there is; light and dark. */
export async function drawCases(): Promise<Picture[]> {
  const rows = await readRealRows();
  const real = CHART_NAMES.flatMap((chart) => CHARTS[chart].of.map((of) => ({ chart, rows, subject: { of } })));
  const cases: { chart: ChartName; rows: ChartRows; subject: Partial<View>; what?: string }[] = [
    ...real,
    { chart: "rating-distribution", rows: makeRated(1), subject: { carried: 2024 }, what: "units" },
    { chart: "rating-distribution", rows: makeRated(9), subject: { measure: "share", of: "targets" }, what: "shares" },
    { chart: "rating-distribution", rows: makeCity(), subject: { by: "department" }, what: "departments" },
    { chart: "headline", rows: makeRated(1), subject: {}, what: "rated" },
    { chart: "attention", rows: makeRated(1), subject: {}, what: "rated" },
    { chart: "rating-change", rows: makeChange(1), subject: { from: 2024, to: 2025 }, what: "lines" },
    { chart: "rating-change", rows: makeChange(4), subject: { from: 2024, to: 2025 }, what: "bands" },
    { chart: "goal", rows: makeGoalRows(), subject: {}, what: "parts" },
    { chart: "comparison", rows: makeRevised(), subject: {}, what: "revised" },
    { chart: "continuation-ribbon", rows: makeLinked(), subject: {}, what: "links" },
    { chart: "municipalities", rows: makeScaledCities(), subject: {}, what: "scales" },
    { chart: "rating-distribution", rows: makeRated(1), subject: { width: 640, height: 480 }, what: "sized" },
    { chart: "continuation-ribbon", rows: makeLinked(), subject: { width: 900, height: 700 }, what: "sized" },
  ];
  const pictures = cases.flatMap(({ chart, rows: each, subject, what = "real" }) =>
    THEMES.map(async (theme): Promise<Picture> => {
      const view = { ...usualView(CHARTS[chart]), ...subject, theme };
      const facts = describeChart(CHARTS[chart], each, view);
      const { svg } = await drawPicture({ facts, source: citeSource(each.plans, HOME, "0".repeat(64)), view });
      return { name: [chart, what, subject.of, theme].filter(Boolean).join("-"), svg };
    }),
  );
  return Promise.all(pictures);
}

async function readRealRows(): Promise<ChartRows> {
  const { db } = await createStore();
  await ingest(db, REAL_DOCUMENTS);
  return readAllRows(db, () => EXAMPLE_GOAL);
}

/** A goal whose texts were revised: what is gone is struck out, what is new underlined. */
function makeRevised(): ChartRows {
  const [before, goal] = makeGoals({ title: "防災対策の充実と強化" }, { title: "防災対策の強化と見直し" });
  return { plans: PLANS, goals: [], history: linkGoals([before], goal), goal, origins: [before] };
}

const PLANS = YEARS.map((fiscalYear) => makePlan({ fiscalYear, department: "健康部", departmentId: "健康部" }));

/** `count` goals of each rating in two years; those of A, C and E are carried on. */
function makeRated(count: number): ChartRows {
  const goals = YEARS.flatMap((fiscalYear) =>
    Array.from({ length: LETTERS.length * count }, (_, index) => {
      const rating = LETTERS[index % LETTERS.length]!;
      return makeGoal({ fiscalYear, number: index + 1, department: "健康部", departmentId: "健康部", overallRating: rating, targetRatings: [rating, "E"] });
    }),
  );
  const items = goals.map(({ id, fiscalYear, number, overallRating }) =>
    makeItem(fiscalYear, "健康部", number, { key: id, goalId: id, rating: overallRating }),
  );
  const [before, after] = YEARS.map((year) => items.filter((item) => item.fiscalYear === year));
  return {
    plans: PLANS,
    goals,
    history: makeHistory(
      items,
      before!.flatMap((item, at) => (at % 2 === 0 ? [makeLink(item, after![at]!)] : [])),
    ),
  };
}

/** Departments over three years, with initiatives, most of which are carried on. */
function makeCity(): ChartRows {
  const years = [2023, ...YEARS];
  const departments = ["総務部", "福祉部", "健康部", "こども部", "都市整備部", "産業振興部", "教育部", "市民部", "財務部"].map((department) => ({
    department,
    departmentId: department,
  }));
  const goals = departments.flatMap((place, at) =>
    years.flatMap((fiscalYear) =>
      LETTERS.map((letter, index) => makeGoal({ ...place, fiscalYear, number: index + 1, overallRating: LETTERS[(index * at) % 6] ?? letter })),
    ),
  );
  const items = goals.flatMap((goal) => [
    makeItem(goal.fiscalYear, goal.department, goal.number, { key: goal.id, goalId: goal.id }),
    makeItem(goal.fiscalYear, goal.department, goal.number, { key: `${goal.id}-i1`, goalId: goal.id, level: "initiative" }),
  ]);
  const links = items.flatMap((item) => {
    const next = items.find(({ key }) => key === item.key.replace(/^\d+/, String(item.fiscalYear + 1)));
    return next && item.goalNumber < 5 ? [makeLink(item, next)] : [];
  });
  return { plans: departments.flatMap((place) => years.map((fiscalYear) => makePlan({ ...place, fiscalYear }))), goals, history: makeHistory(items, links) };
}

/** Municipalities of scales of their own, each with all of its ratings and what is not rated. */
function makeScaledCities(): ChartRows {
  // Lines as thin as those of △ are smoothed away in one program or another, and what is left seems to stand elsewhere.
  const scales = (Object.keys(SCALES) as (keyof typeof SCALES)[]).filter((scale) => scale !== "marks");
  return makeCities(scales.map((scale) => ({ name: `${scale}市（架空）`, scale, years: { 2025: [...SCALES[scale].map(({ rating }) => rating), null] } })));
}

/** A goal with each rating there is, more parts than are drawn, and a way through the years of both kinds of links. */
function makeGoalRows(): ChartRows {
  const goal = makeGoalDetail({
    department: "健康部",
    departmentId: "健康部",
    overallRating: "E",
    targetRatings: [...LETTERS, "A"],
    initiativeRatings: [...LETTERS, ...LETTERS],
  });
  const rated = makeRated(1).history.items.filter(({ goalNumber }) => goalNumber < 3);
  const items = rated.map((item) => (item.key === goal.id ? { ...item, rating: goal.overallRating } : item));
  const own = items.find(({ key }) => key === goal.id)!;
  const links = items.filter(({ fiscalYear }) => fiscalYear === 2024).map((item, at) => makeLink(item, own, { status: at === 0 ? "confirmed" : "proposed" }));
  return { plans: PLANS, goals: [], history: makeHistory(items, links), goal };
}

/** Goals that rise, fall, stay, and leave the order, `times` over. */
function makeChange(times: number): ChartRows {
  const pairs = LETTERS.flatMap((before, index) => [0, 2, 5].map((step) => [before, LETTERS[(index + step) % LETTERS.length]!]));
  return carryOn(
    YEARS,
    YEARS.map(() => KASHIWARA),
    Array.from({ length: times }, () => pairs).flat(),
  );
}

/** Links of every kind and state, and goals that end or are new. */
function makeLinked(): ChartRows {
  const items = YEARS.flatMap((year) => Array.from({ length: 6 }, (_, index) => makeItem(year, "健康部", index + 1)));
  const [before, after] = YEARS.map((year) => items.filter((item) => item.fiscalYear === year));
  const link = (from: number, to: number, more: Parameters<typeof makeLink>[2]) => makeLink(before![from]!, after![to]!, more);
  const related: LinkKind = "related";
  return {
    plans: PLANS,
    goals: [],
    history: makeHistory(items, [
      link(0, 1, { status: "confirmed" }),
      link(1, 0, {}),
      link(2, 2, { status: "added" }),
      link(3, 2, {}),
      link(4, 4, { kind: related }),
    ]),
  };
}
