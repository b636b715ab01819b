import { readFileSync } from "node:fs";
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from "drizzle-kit/api";
import { getTableColumns, getTableName, is, sql } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findForm } from "@/db/city-form";
import type { Database } from "@/db/connection/database";
import { appendDataset } from "@/db/ingest/append-dataset";
import { acceptHeld } from "@/db/intake/accept";
import { listHeld } from "@/db/intake/intake";
import * as datasetSchema from "@/db/schema/datasets";
import * as decisionSchema from "@/db/schema/decisions";
import * as intakeSchema from "@/db/schema/intake";
import * as planSchema from "@/db/schema/plans";
import * as readingSchema from "@/db/schema/readings";
import { createStore, ingest, makeDecision, REAL_DOCUMENTS, removeTemporary, writeDecisions, writeFiles } from "../temporary-store";

const schema = { ...readingSchema, ...planSchema, ...datasetSchema, ...decisionSchema, ...intakeSchema };
const tables = Object.values(schema).flatMap((value): SQLiteTable[] => (is(value, SQLiteTable) ? [value] : []));

describe("the store's tables", () => {
  let db: Database;
  beforeAll(async () => {
    const { db: store, folder } = await createStore();
    db = store;
    await ingest(db, [...REAL_DOCUMENTS, "test/document/sources/fixtures/form-2021.docx"], { decisionsFile: writeDecisions(folder, [makeDecision()]) });
    // As a release before events would have.
    await db.run(sql`insert into decisions select digest, 0, 'confirm', 'goal', 'a', 'b', null, 'x', 'y', '2026-04-01', '[]' from decision_lists`);
    const { files } = await ingest(db, writeFiles(folder, { "far.txt": readFileSync(REAL_DOCUMENTS[1]!, "utf8").replaceAll("令和7年度", "令和17年度") }));
    expect(files).toMatchObject([{ outcome: "held" }]);
    const rated = "令和6年度　福祉部の取組方針\n重点施策1\t見守り\n取組項目\t評価\n見守ります。\t◎\n";
    await ingest(db, writeFiles(folder, { "rated.txt": rated }), { municipality: "架空市", form: findForm("marks-at-initiatives")! });
    await acceptHeld(db, (await listHeld(db))[0]!, "見本です");
    await appendDataset(db, [], null, { documentId: files[0]!.documentId!, documentPosition: 4, event: "withdrawal", reason: "見本でした" });
  });
  afterAll(removeTemporary);

  it("are those of the schema, each STRICT", async () => {
    const rows = await db.all<{ name: string; strict: number }>(
      sql`select name, strict from pragma_table_list where type = 'table' and schema = 'main' and name not like 'sqlite%' and name not like '\\_\\_drizzle%' escape '\\'`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(tables.map(getTableName).sort());
    expect(rows.filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  it("have the columns of the schema", async () => {
    for (const table of tables) {
      const rows = await db.all<{ name: string; type: string; notnull: number }>(
        sql`select name, lower(type) as type, "notnull" from pragma_table_info(${getTableName(table)})`,
      );
      const expected = Object.values(getTableColumns(table)).map((column) => {
        return { name: column.name, type: column.getSQLType(), notnull: column.notNull ? 1 : 0 };
      });
      expect(
        rows.map((row) => ({ ...row })),
        getTableName(table),
      ).toEqual(expected);
    }
  });

  it("come from migrations that lack nothing of the schema", async () => {
    const journal = JSON.parse(readFileSync("db/migrations/meta/_journal.json", "utf8")) as { entries: { idx: number }[] };
    const last = String(journal.entries.at(-1)!.idx).padStart(4, "0");
    const stored = JSON.parse(readFileSync(`db/migrations/meta/${last}_snapshot.json`, "utf8")) as Awaited<ReturnType<typeof generateSQLiteDrizzleJson>>;
    expect(await generateSQLiteMigration(stored, await generateSQLiteDrizzleJson(schema))).toEqual([]);
  });

  it("take no update and no delete", async () => {
    // What is held may be accepted or discarded.
    for (const name of tables.map(getTableName).filter((each) => each !== "intake")) {
      const column = (await db.all<{ name: string }>(sql`select name from pragma_table_info(${name}) limit 1`))[0]!.name;
      const [count] = await db.all<{ n: number }>(sql.raw(`select count(*) as n from ${name}`));
      expect(count!.n, `${name} needs a row, or this proves nothing`).toBeGreaterThan(0);
      await expect(db.$client.execute(`update ${name} set ${column} = ${column}`)).rejects.toThrow(`${name} is append-only`);
      await expect(db.$client.execute(`delete from ${name}`)).rejects.toThrow(`${name} is append-only`);
    }
  });

  it.each([
    ["a reading of no document", "insert into readings values (99, '%64', '%64', 1, '柏原市', 0, 0, 0, 0, 0, 0, 0, '')", /FOREIGN KEY/],
    ["a year before 1868", "insert into plans values (1, 9, '柏原市', 'm', '部', 'd', 1867, 'x', 'plan', null, '{}')", /plans_fiscal_year/],
    ["an unknown stage", "insert into plans values (1, 9, '柏原市', 'm', '部', 'd', 2000, 'x', 'draft', null, '{}')", /plans_stage/],
    ["a department without a name", "insert into plans values (1, 9, '柏原市', 'm', '', 'd', 2000, 'x', 'plan', null, '{}')", /plans_names/],
    ["places that are no JSON", "insert into plans values (1, 9, '柏原市', 'm', '部', 'd', 2000, 'x', 'plan', null, '{')", /plans_places/],
    ["text for a number", "insert into officers values (1, 0, 'x', '部長', '甲', null)", /cannot store TEXT/],
    ["bytes of another length", "insert into documents values ('%64', 'x', 'utf-8', 'lf', 2, '', x'00')", /documents_bytes/],
    [
      "lines that do not sum up",
      "insert into readings values (99, '%64', (select id from documents), 1, '柏原市', 1, 0, 0, 0, 0, 0, 0, 'f')",
      /readings_coverage/,
    ],
    ["a comparison backwards", "insert into comparisons values ('%64', 1, '柏原市', 2025, 2021, '[]', '[]', '[]', '[]')", /comparisons_years/],
    ["a decision of no list", "insert into decisions values ('%64', 0, 'add', 'goal', 'a', 'b', null, 'x', 'y', '2026-04-01', '[]')", /FOREIGN KEY/],
    [
      "an unknown decision",
      "insert into decisions values ((select digest from decision_lists), 9, 'maybe', 'goal', 'a', 'b', null, 'x', 'y', '2026-04-01', '[]')",
      /decisions_decision/,
    ],
    [
      "an event of no list",
      "insert into decision_events values (2, '%64', '%64', 'm00000000', 'undo', 'goal', 'm00000000-a', null, null, 'x', 'y', '2026-04-01', 1)",
      /FOREIGN KEY/,
    ],
    [
      "an end of two items",
      "insert into decision_events values (2, '%64', (select digest from decision_lists), 'm00000000', 'end', 'goal', 'm00000000-a', 'm00000000-b', 'routine', 'x', 'y', '2026-04-01', 1)",
      /decision_events_items/,
    ],
    [
      "a confirmation of one",
      "insert into decision_events values (2, '%64', (select digest from decision_lists), 'm00000000', 'confirm', 'goal', 'm00000000-a', null, null, 'x', 'y', '2026-04-01', 1)",
      /decision_events_items/,
    ],
    [
      "an item of another municipality",
      "insert into decision_events values (2, '%64', (select digest from decision_lists), 'm00000000', 'undo', 'goal', 'm00000001-a', null, null, 'x', 'y', '2026-04-01', 1)",
      /decision_events_items/,
    ],
    [
      "an end without a kind",
      "insert into decision_events values (2, '%64', (select digest from decision_lists), 'm00000000', 'end', 'goal', 'm00000000-a', null, null, 'x', 'y', '2026-04-01', 1)",
      /decision_events_kind/,
    ],
    ["an entry without its reading", "insert into dataset_entries values (99, 1, 'reading', '%64', '%64', null, null)", /dataset_entries_kind/],
  ])("refuse %s", async (_, statement, reason) => {
    await expect(db.$client.execute(statement.replaceAll("%64", "a".repeat(64)))).rejects.toThrow(reason);
  });
});
