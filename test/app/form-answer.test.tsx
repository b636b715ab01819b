import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/forms/[kind]/[file]/route";
import GoalsPage from "@/app/goals/page";
import { closeSiteDatabase } from "@/db/connection/site";
import { readSource } from "@/lib/document/read-source";
import { makeTemplate } from "@/lib/form/template";
import { createFolder, createStore, ingest, makePlan, removeTemporary, writePlans } from "../db/temporary-store";
import { renderPage } from "./render-page";

const CITY = "架空市";
let data: string;

beforeEach(async () => {
  data = createFolder();
  writeFileSync(path.join(data, "ayumi.json"), JSON.stringify({ municipality: CITY }));
  const { db, url, folder } = await createStore();
  const plans = [2023, 2024].map((fiscalYear) => makePlan({ municipality: CITY, department: "総務部", fiscalYear }));
  await ingest(db, writePlans(folder, [...plans, makePlan({ municipality: CITY, department: "水道局", fiscalYear: 2024 })]), { municipality: CITY });
  vi.stubEnv("AYUMI_DATA", data);
  vi.stubEnv("DATABASE_URL", url);
});

afterEach(() => {
  closeSiteDatabase(0);
  vi.unstubAllEnvs();
  removeTemporary();
});

const ask = (kind: string, file: string, query = "") =>
  GET(new Request(`http://localhost/api/forms/${kind}/${file}${query}`), { params: Promise.resolve({ kind, file }) });
const linksOf = (html: string) => [...html.matchAll(/href="(\/api\/forms\/[^"]+)"/g)].map(([, href]) => href!);

describe("the list of goals", () => {
  it("leads to both forms of the year after the newest plan, where it shows one department", async () => {
    const html = await renderPage(GoalsPage, { department: "general-affairs", year: "2023" });
    const links = linksOf(html);
    expect(links).toEqual(["/api/forms/previous/2024-general-affairs.docx", "/api/forms/blank/2024-general-affairs.docx"]);
    expect(html).toContain("総務部の令和7年度の様式（Word）");
    for (const link of links) {
      const [kind, file] = link.split("/").slice(-2) as [string, string];
      expect((await ask(kind, file)).status).toBe(200);
    }
  });

  it("leads to none where it shows several", async () => {
    expect(linksOf(await renderPage(GoalsPage))).toEqual([]);
  });
});

describe("a city whose documents are printed on another form", () => {
  beforeEach(() => writeFileSync(path.join(data, "ayumi.json"), JSON.stringify({ municipality: CITY, form: "marks-at-initiatives" })));

  it("is offered what it has a template for, as the project's own prints Kashiwara's form", async () => {
    expect(linksOf(await renderPage(GoalsPage, { department: "general-affairs" }))).toEqual([]);
    const answer = await ask("previous", "2024-general-affairs.docx");
    expect([answer.status, ((await answer.json()) as { error: { message: string } }).error.message]).toEqual([
      503,
      expect.stringContaining("ひな形が要ります"),
    ]);
    mkdirSync(path.join(data, "form"));
    writeFileSync(path.join(data, "form", "previous.docx"), makeTemplate("previous"));
    expect(linksOf(await renderPage(GoalsPage, { department: "general-affairs" }))).toEqual(["/api/forms/previous/2024-general-affairs.docx"]);
    expect((await ask("previous", "2024-general-affairs.docx")).status).toBe(200);
  });
});

describe("the form's address", () => {
  it("answers a Word file under a Japanese name, which is read as a plan of the coming year", async () => {
    const answer = await ask("previous", "2024-general-affairs.docx");
    expect(decodeURIComponent(answer.headers.get("content-disposition")!)).toBe("attachment; filename*=UTF-8''令和7年度_総務部の運営方針.docx");
    expect(answer.headers.get("content-type")).toContain("wordprocessingml.document");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    const reading = await readSource(new Uint8Array(await answer.arrayBuffer()), { municipality: CITY });
    expect(reading.plans.map(({ plan }) => [plan.department, plan.fiscalYear])).toEqual([["総務部", 2025]]);
  });

  it.each([
    ["other", "2024-general-affairs.docx", "", 404],
    ["blank", "2024-general-affairs.doc", "", 404],
    ["blank", "2099-general-affairs.docx", "", 404],
    ["blank", "2024-general-affairs.docx", "?year=2024", 400],
    ["blank", "2024-general-affairs.docx", "?dataset=ffffffffffff", 404],
  ])("says why there is none: %s/%s%s", async (kind, file, query, status) => {
    const answer = await ask(kind, file, query);
    expect([answer.status, typeof ((await answer.json()) as { error: { message: string } }).error.message]).toEqual([status, "string"]);
  });

  it("says what is wrong with a city's own template", async () => {
    mkdirSync(path.join(data, "form"));
    writeFileSync(path.join(data, "form", "blank.docx"), "これは文書ではない");
    const answer = await ask("blank", "2024-general-affairs.docx");
    expect(answer.status).toBe(503);
    expect(((await answer.json()) as { error: { message: string } }).error.message).toMatch(
      /form\/blank\.docx が使えません。Wordの文書（\.docx）ではありません。$/,
    );
    expect((await ask("previous", "2024-general-affairs.docx")).status).toBe(200);
  });
});
