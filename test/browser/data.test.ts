import { execFile, execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import readExcelFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { readPlanJson } from "@/lib/document/plan-json";
import { exampleUrl, listExamples, printCommand } from "@/lib/files/examples";
import { TABLE_DESCRIPTIONS } from "@/lib/files/tables";
import { errorAnswer } from "../error-answer";
import { readTable, type TableJson } from "./read-json";

const site = inject("siteUrl");

let dataset: string;

beforeAll(async () => {
  dataset = (await readTable("/api/plans.json")).dataset;
});

describe("files of tables", () => {
  it.each(TABLE_DESCRIPTIONS.map(({ name, columns }) => [name, columns.map((column) => column.name)] as const))(
    "%s hold the same in CSV, JSON and Excel",
    async (name, columns) => {
      const json = await readTable(`/api/${name}.json?limit=1000`);
      const csv = await fetch(`${site}/api/${name}.csv`);
      expect(csv.headers.get("content-disposition")).toBe(`attachment; filename="ayumi-${name}-${dataset.slice(0, 12)}.csv"`);
      const bytes = Buffer.from(await csv.arrayBuffer());
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const [head, ...rows] = parse(bytes, { bom: true }) as string[][];
      expect(head).toEqual(columns);
      expect(rows).toEqual(json.rows.map((row) => columns.map((column) => (row[column] === null ? "" : String(row[column])))));
      const xlsx = await readExcelFile(Buffer.from(await (await fetch(`${site}/api/${name}.xlsx`)).arrayBuffer()), { trim: false });
      expect(xlsx.map(({ sheet }) => sheet)).toEqual(["data", "columns", "codes", "source"]);
      expect(xlsx[0]!.data).toEqual([columns, ...json.rows.map((row) => columns.map((column) => row[column]))]);
      expect(xlsx[1]!.data.slice(1).map(([column]) => column)).toEqual(columns);
      expect(xlsx[3]!.data.map(([item]) => item)).toEqual(expect.arrayContaining(["出典", "利用条件", "データ版"]));
    },
  );

  it("come page by page, all rows once, and tell the total", async () => {
    const whole = await readTable("/api/ratings.json?limit=1000&year=2025");
    const rows: unknown[] = [];
    let path: string | null = "/api/ratings.json?year=2025&limit=5";
    while (path) {
      const answer: Response = await fetch(site + path);
      const page = (await answer.json()) as TableJson;
      expect(page.total).toBe(whole.total);
      expect(answer.headers.get("x-total-count")).toBe(String(whole.total));
      expect(answer.headers.get("link")).toBe(page.next && `<${page.next}>; rel="next"`);
      if (path.includes("cursor")) expect(answer.headers.get("cache-control")).toContain("immutable");
      rows.push(...page.rows);
      path = page.next;
    }
    expect(rows).toEqual(whole.rows);
    const csv = await fetch(`${site}/api/goals.csv?limit=3`);
    expect(parse(await csv.text(), { bom: true })).toHaveLength(4);
    expect(csv.headers.get("link")).toMatch(/^<\/api\/goals\.csv\?limit=3&cursor=[\w-]+>; rel="next"$/);
  });

  it("say by their tag whether they changed, and whether they ever will", async () => {
    const newest = await fetch(`${site}/api/goals.csv?area=防災`);
    expect(newest.headers.get("cache-control")).toMatch(/^public, max-age=60, stale-while-revalidate=\d+, stale-if-error=86400$/);
    expect(newest.headers.get("access-control-allow-origin")).toBe("*");
    expect(newest.headers.get("x-content-type-options")).toBe("nosniff");
    const etag = newest.headers.get("etag")!;
    expect((await fetch(`${site}/api/goals.csv?area=防災`, { headers: { "if-none-match": etag } })).status).toBe(304);
    expect((await fetch(`${site}/api/goals.csv?area=広報`, { headers: { "if-none-match": etag } })).status).toBe(200);
    const frozen = await fetch(`${site}/api/goals.xlsx?dataset=${dataset}`);
    expect(frozen.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    const hash = async (answer: Response) =>
      createHash("sha256")
        .update(Buffer.from(await answer.arrayBuffer()))
        .digest("hex");
    // Another address of the same question, so that it is made again.
    expect(await hash(await fetch(`${site}/api/goals.xlsx?year=&dataset=${dataset}`))).toBe(await hash(frozen));
  });

  it("answer where they were before", async () => {
    const answer = await fetch(`${site}/goals.csv?area=防災&sort=rating`, { redirect: "manual" });
    expect([answer.status, answer.headers.get("location")]).toEqual([308, `/api/goals.csv?area=${encodeURIComponent("防災")}&sort=rating`]);
  });
});

describe("sources", () => {
  it("are a plan whole, in the form that ingest reads", async () => {
    const text = await (await fetch(`${site}/api/plans/2025-policy-promotion.json?dataset=${dataset}`)).text();
    const { plans, messages } = readPlanJson(text, { municipality: "" });
    expect(messages).toEqual([]);
    expect(plans[0]!.plan).toMatchObject({ municipality: "柏原市", fiscalYear: 2025 });
    expect(plans[0]!.plan.priorityGoals).toHaveLength(4);
  });

  it("are a document's own bytes, whose hash is its address", async () => {
    for (const { document_id: id, byte_length: length } of (await readTable("/api/documents.json")).rows) {
      const bytes = Buffer.from(await (await fetch(`${site}/api/documents/${id}`)).arrayBuffer());
      expect(bytes).toHaveLength(Number(length));
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(id);
    }
  });
});

describe("bad input", () => {
  it.each([
    ["/api/goals.json?callback=alert", 400, "unknown_parameter", "callback"],
    ["/api/goals.json?%22%3E%3Csvg%20onload%3D1%3E=1", 400, "unknown_parameter", '"><svg onload=1>'],
    ["/api/goals.json?limit=1&limit=2", 400, "repeated_parameter", "limit"],
    ["/api/goals.json?year=-1", 400, "invalid_value", "year"],
    ["/api/goals.json?limit=1e9", 400, "invalid_value", "limit"],
    ["/api/goals.json?cursor=garbage", 400, "invalid_value", "cursor"],
    ["/api/goals.json?area=%A0", 400, "invalid_encoding", null],
    ["/api/goals.json?dataset=0000", 404, "unknown_dataset", "dataset"],
    ["/api/goals.json?municipality=%E6%9E%B6%E7%A9%BA%E5%B8%82", 404, "not_found", "municipality"],
    ["/api/goals.csv?sort=votes", 400, "invalid_value", "sort"],
    ["/api/plans.xlsx?area=x", 400, "unknown_parameter", "area"],
    ["/api/plans/2025-policy-promotion.json?year=2025", 400, "unknown_parameter", "year"],
    ["/api/plans/%2e%2e%2fgoals.json", 404, "not_found", null],
    ["/api/goals.exe", 404, "not_found", null],
    ["/api/openapi.json?x=1", 400, "unknown_parameter", "x"],
    ["/api/%A0", 400, "invalid_encoding", null],
    ["/api/documents/%A0", 400, "invalid_encoding", null],
    [`/api/goals.json?area=${"x".repeat(8000)}`, 414, "query_too_long", null],
  ])("%.60s is answered with %i %s", async (path, status, code, parameter) => {
    const answer = await fetch(site + path);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual(errorAnswer(code, parameter));
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("of 64 kB is refused before it is read", async () => {
    expect([414, 431]).toContain((await fetch(`${site}/api/goals.json?area=${"x".repeat(65_536)}`)).status);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE"])("%s is no method of a file", async (method) => {
    for (const path of ["/api/goals.json", "/api/openapi.json", "/api/documents/x"]) {
      const answer = await fetch(site + path, { method });
      expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
      expect(await answer.json()).toMatchObject({ error: { code: "method_not_allowed" } });
    }
  });

  it("of another table's cursor is refused, while years are taken as people write them", async () => {
    const { next } = await readTable("/api/goals.json?limit=2");
    expect((await fetch(site + next!.replace("goals.json", "targets.json"))).status).toBe(400);
    expect((await fetch(`${site}${next}&year=2025`)).status).toBe(400);
    for (const year of ["令和7", "２０２５", "R7年度"]) expect((await readTable(`/api/goals.json?year=${encodeURIComponent(year)}`)).total, year).toBe(4);
  });

  it("of many at once is answered or put off, never with an error of the program", async () => {
    const statuses = await Promise.all(
      Array.from({ length: 20 }, async (_, at) => {
        const answer = await fetch(`${site}/api/ratings.xlsx?limit=${at + 1}`);
        await answer.arrayBuffer();
        return answer.status;
      }),
    );
    expect(new Set([...statuses, 200, 503])).toEqual(new Set([200, 503]));
    expect(statuses).toContain(200);
  });
});

describe("the examples on /data", () => {
  const folder = mkdtempSync(join(tmpdir(), "ayumi-examples-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const hasCurl = (() => {
    try {
      return execFileSync("curl", ["--version"]).length > 0;
    } catch {
      return false;
    }
  })();
  const examples = listExamples("", "2025-policy-promotion").map(({ title }, at) => [title, at] as const);

  it.each(examples)("%s", async (_, at) => {
    const example = listExamples(dataset, "2025-policy-promotion")[at]!;
    const answer = await fetch(exampleUrl(example, site));
    expect(answer.status).toBe(200);
    const expected = Buffer.from(await answer.arrayBuffer());
    if (example.path.endsWith(".json") && !example.path.includes("/plans/"))
      expect((JSON.parse(expected.toString()) as TableJson).rows.length).toBeGreaterThan(0);
    const page = await (await fetch(`${site}/data`)).text();
    const command = printCommand(example, site);
    expect(page).toContain(command.replaceAll("&", "&amp;").replaceAll("'", "&#x27;"));
    if (!hasCurl) return;
    const { stdout } = await promisify(execFile)("sh", ["-c", command.replace("curl", "curl --silent --fail")], { cwd: folder, encoding: "buffer" });
    expect((example.save ? readFileSync(join(folder, example.save)) : stdout).equals(expected)).toBe(true);
  });
});

describe("/data", () => {
  it("explains every table, column and code, and states the terms", async () => {
    const page = await (await fetch(`${site}/data`)).text();
    const text = page.replace(/<wbr\/?>|<\/?span[^>]*>/g, "");
    for (const { name, columns } of TABLE_DESCRIPTIONS) {
      for (const format of ["csv", "json", "xlsx"]) expect(page).toContain(`href="/api/${name}.${format}"`);
      for (const column of columns) {
        expect(text).toContain(column.name);
        expect(text).toContain(column.description);
        for (const { code, label } of column.codes ?? []) expect(text).toMatch(new RegExp(`>${code}<.*?>${label.replace(/[()]/g, "\\$&")}<`));
      }
    }
    expect(text).toContain("出典：柏原市");
    expect(text).toContain("再利用の条件は柏原市の定めによります");
    expect(text).toContain("（令和3年度・令和7年度）");
    expect(text).toContain("（2021年度・2025年度）");
  });
});
