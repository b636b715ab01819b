import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ContinuationItem } from "@/lib/domain/continuation-history";
import { rateBy } from "@/lib/domain/rating/value";
import { ratingBlankReason } from "@/lib/files/codes";
import { makeSheet } from "@/lib/files/table";
import { listParameters, TABLE_PARAMETERS } from "@/lib/files/table-parameters";
import { parseTableFile, TABLE_DESCRIPTIONS, TABLES } from "@/lib/files/tables";
import { listContinuationRecords } from "@/lib/files/tables/continuations";
import { makeHistory, makeItem, makeLink } from "../charts/continuation-ribbon/history";
import { removeTemporary } from "../db/temporary-store";
import { KASHIWARA, makeGoal, makePlan } from "../rows";
import { openRealTables, readRecords, TABLE_NAMES } from "./sheets";

type Tables = Awaited<ReturnType<typeof openRealTables>>;

describe("the registry of tables", () => {
  it("names tables and columns in ASCII, and explains each", () => {
    for (const table of TABLE_DESCRIPTIONS) {
      expect(table.name).toMatch(/^[a-z]+$/);
      const names = table.columns.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      for (const column of table.columns) {
        expect(column.name, table.name).toMatch(/^[a-z][a-z_]*[a-z]$/);
        expect(column.label, column.name).toMatch(/\p{Script=Han}|\p{Script=Katakana}/u);
        expect(column.description, column.name).toMatch(/。$/);
        if (column.blank) expect(column.blank, column.name).toMatch(/。$/);
        if (column.unit) expect(column.type, column.name).not.toBe("text");
      }
    }
  });

  it("has the columns that it had: a change of them is a change of the format", async () => {
    const columns = TABLE_DESCRIPTIONS.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name} ${column.type}`));
    await expect(`${columns.join("\n")}\n`).toMatchFileSnapshot("golden/columns.txt");
  });

  it("joins only columns that are another table's key", () => {
    const keys = TABLE_DESCRIPTIONS.map(({ name, columns }) => `${name}.${columns[0]!.name}`);
    for (const { columns } of TABLE_DESCRIPTIONS) for (const { joins } of columns) if (joins) expect(keys).toContain(joins);
  });

  it("has 西暦 beside 和暦, and a reason that exists for every column that refers to one", () => {
    for (const { columns } of TABLE_DESCRIPTIONS) {
      const names = columns.map(({ name }) => name);
      for (const name of names) if (name.endsWith("fiscal_year")) expect(names[names.indexOf(name) + 1]).toBe(`${name}_ja`);
      for (const { blank } of columns) {
        const reason = /^(\w+) の列に理由/.exec(blank ?? "")?.[1];
        if (reason) expect(names).toContain(reason);
      }
    }
  });

  it("knows every parameter that a table takes", () => {
    const known = TABLE_PARAMETERS.map(({ name }) => name);
    for (const table of TABLE_DESCRIPTIONS) expect(known).toEqual(expect.arrayContaining([...table.parameters]));
    expect(listParameters(TABLES.documents).map(({ name }) => name)).toEqual(["municipality", "header", "dataset", "limit", "cursor"]);
  });

  it("takes file names apart, and no others", () => {
    expect(parseTableFile("goals.csv")).toEqual({ name: "goals", format: "csv" });
    for (const name of ["goals", "goals.xml", "goals.csv.csv", "toString.csv", "__proto__.json", ".csv", "Goals.csv"])
      expect(parseTableFile(name), name).toBeNull();
  });

  it("refuses a value that its description rules out", () => {
    const sheet = makeSheet({ ...TABLES.plans, columns: TABLES.plans.columns.slice(0, 1).map((column) => ({ ...column, read: () => null })) }, [
      { plan: makePlan(), goals: [] },
    ]);
    expect(() => sheet.read(0, 1)).toThrow("plans.plan_id");
  });

  it("tells a rating not yet made, not given and not understood apart", () => {
    expect([
      ratingBlankReason("plan", null, null),
      ratingBlankReason("evaluated", null, null),
      ratingBlankReason("evaluated", null, "Ｚ"),
      ratingBlankReason("plan", rateBy(KASHIWARA, "A"), "A"),
    ]).toEqual(["not_yet_evaluated", "not_given", "unreadable", null]);
    const counts = readRecords(makeSheet(TABLES.plans, [{ plan: makePlan(), goals: [makeGoal({ overallRating: "A" }), makeGoal()] }]))[0];
    expect(counts).toMatchObject({ goal_count: 2, rated_goal_count: 1 });
  });
});

describe("the tables of the real documents", () => {
  let tables: Tables;
  beforeAll(async () => void (tables = await openRealTables()));
  afterAll(removeTemporary);

  it.each(TABLE_NAMES)("%s has rows with keys of their own, values of their kind, and reasons where they are blank", async (name) => {
    const sheet = await tables.read(name);
    expect(sheet.total).toBeGreaterThan(0);
    const records = readRecords(sheet);
    const [key] = sheet.table.columns;
    expect(new Set(records.map((record) => record[key!.name])).size).toBe(sheet.total);
    for (const record of records) {
      for (const { name: column, type, codes, blank } of sheet.table.columns) {
        const value = record[column];
        if (value === null) expect(blank, column).toBeTruthy();
        else {
          expect(typeof value, column).toBe(type === "text" ? "string" : "number");
          expect(value, column).not.toBe("");
          if (type === "integer") expect(Number.isInteger(value), column).toBe(true);
          if (codes)
            expect(
              codes.map(({ code }) => code),
              column,
            ).toContain(value);
        }
        const reason = /^(\w+) の列に理由/.exec(blank ?? "")?.[1];
        if (reason) expect(record[reason] === null, `${column} and ${reason}`).toBe(value !== null);
      }
    }
  });

  it.each(TABLE_NAMES)("%s joins rows that are there", async (name) => {
    const sheet = await tables.read(name);
    for (const { name: column, joins } of sheet.table.columns) {
      if (!joins) continue;
      const [other, key] = joins.split(".") as [(typeof TABLE_NAMES)[number], string];
      const there = readRecords(await tables.read(other)).map((record) => record[key]);
      for (const record of readRecords(sheet)) if (record[column] !== null) expect(there).toContain(record[column]);
    }
  });

  it("hold what the documents say", async () => {
    const goals = readRecords(await tables.read("goals"));
    expect(goals[3]).toMatchObject({
      goal_id: "2025-policy-promotion-4",
      fiscal_year: 2025,
      fiscal_year_ja: "令和7年度",
      rating: "C",
      rating_label: "一部達成",
      not_rated_reason: null,
      target_count: 2,
      rated_target_count: 2,
      initiative_count: 2,
      responsible_unit_count: 1,
      document_line: 146,
    });
    expect(goals.filter(({ stage }) => stage === "plan").map((goal) => [goal.rating, goal.not_rated_reason, goal.rated_target_count])).toEqual(
      Array(6).fill([null, "not_yet_evaluated", 0]),
    );
    const ratings = readRecords(await tables.read("ratings", "?year=2025"));
    expect(ratings.map(({ rated, rating }) => `${rated} ${rating}`).slice(-4)).toEqual(["listed C", "overall C", "target B", "target B"]);
    expect(ratings.at(-3)).toMatchObject({
      rating_id: "2025-policy-promotion-4:overall",
      rating_text: "C 一部達成",
      rating_criterion: "目標の一部を達成できた。50%以上70%未満",
    });
    const units = readRecords(await tables.read("initiatives", "?unit=人事課"));
    expect(units.length).toBeGreaterThan(0);
    expect(new Set(units.map(({ responsible_unit }) => responsible_unit))).toEqual(new Set(["人事課"]));
    expect(readRecords(await tables.read("targets", "?target-rating=A")).map(({ rating }) => rating)).toEqual(["A", "A"]);
  });

  it("tell what became of each item of the earlier year once, but for links to several", async () => {
    const rows = readRecords(await tables.read("continuations", "?level=goal"));
    const goals = readRecords(await tables.read("goals", "?year=2021")).map(({ goal_id }) => goal_id);
    for (const goal of goals)
      expect(
        rows.some(({ predecessor_id }) => predecessor_id === goal),
        String(goal),
      ).toBe(true);
    for (const row of rows) expect(row).toMatchObject({ from_fiscal_year: 2021, to_fiscal_year: 2025, level: "goal" });
    expect(rows.filter(({ kind }) => kind === "ended").every(({ successor_id, score }) => successor_id === null && score === null)).toBe(true);
    const kinds = readRecords(await tables.read("continuations", "?kind=ended&kind=new"));
    expect(new Set(kinds.map(({ kind }) => kind))).toEqual(new Set(["ended", "new"]));
    expect((await tables.read("continuations", "?status=proposed&kind=ended")).total).toBe(0);
    expect((await tables.read("continuations", "?year=2019")).total).toBe(0);
    expect((await tables.read("continuations", "?area=どこにもない分野")).total).toBe(0);
  });

  it("tell who decided: of a link over a gap, which no comparison holds, and of an end, with how", () => {
    const [first, between, last] = [2021, 2024, 2025].map((year) => makeItem(year, "d", 1)) as [ContinuationItem, ContinuationItem, ContinuationItem];
    const record = { decidedBy: "企画調整課", reason: "架空の理由", decidedOn: "2026-04-01" };
    const history = {
      ...makeHistory([first, between, last], []),
      overGaps: [{ ...makeLink(first, last, { status: "added" }), record: { decision: "add" as const, ...record } }],
    };
    history.comparisons[1]!.endRecords = { [between.key]: { decision: "end", endKind: "routine", ...record } };
    const rows = readRecords(makeSheet(TABLES.continuations, listContinuationRecords(history, {})));
    const decided = { decided_by: "企画調整課", decided_on: "2026-04-01", decision_reason: "架空の理由" };
    expect(rows).toHaveLength(5);
    expect(rows.find(({ status }) => status === "added")).toMatchObject({
      from_fiscal_year: 2021,
      to_fiscal_year: 2025,
      kind: "continued",
      end_kind: null,
      ...decided,
    });
    expect(rows.find(({ predecessor_id }) => predecessor_id === between.key)).toMatchObject({ kind: "ended", status: null, end_kind: "routine", ...decided });
    expect(rows.filter(({ decided_by }) => decided_by !== null)).toHaveLength(2);
  });

  it("narrow down as the page of goals does", async () => {
    const ids = async (search: string) => readRecords(await tables.read("goals", search)).map(({ goal_id }) => goal_id);
    expect(await ids("?area=防災&sort=rating")).toEqual([
      "2025-policy-promotion-4",
      "2021-policy-promotion-4",
      "2021-policy-promotion-5",
      "2021-policy-promotion-6",
    ]);
    for (const year of ["令和7", "２０２５", "R7", "2025"]) expect(await ids(`?year=${encodeURIComponent(year)}`), year).toHaveLength(4);
    expect((await tables.read("plans", "?year=2021")).total).toBe(1);
    expect((await tables.read("plans", "?department=finance")).total).toBe(0);
  });
});
