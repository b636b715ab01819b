import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { answerChart } from "@/app/_read/chart-answer";
import EmbedPage from "@/app/embed/page";
import { closeSiteDatabase } from "@/db/connection/site";
import { CHARTS } from "@/lib/charts/registry";
import { chartPlace } from "@/lib/parameters/charts";
import { readView } from "@/lib/parameters/place";
import { embedJa } from "@/lib/texts/embed-ja";
import { createStore, ingest, REAL_DOCUMENTS, removeTemporary } from "../db/temporary-store";
import { renderPage } from "./render-page";

beforeAll(async () => {
  const { db, url } = await createStore();
  await ingest(db, REAL_DOCUMENTS);
  vi.stubEnv("DATABASE_URL", url);
});

afterAll(() => {
  closeSiteDatabase(0);
  vi.unstubAllEnvs();
  removeTemporary();
});

it("is shown elsewhere in the language that it is in", async () => {
  const definition = CHARTS["rating-distribution"];
  const urlOf = async (parameters: Record<string, string>) => {
    const { view } = readView(chartPlace(definition), parameters);
    return /<meta property="og:url" content="([^"]*)"/.exec(String((await answerChart(definition, view, "html")).body))?.[1];
  };
  expect(await urlOf({ lang: "en", theme: "dark", width: "640" })).toMatch(/\/embed\/rating-distribution\?lang=en$/);
  expect(await urlOf({ lang: "ja", theme: "dark" })).toMatch(/\/embed\/rating-distribution$/);
});

it("says where its codes hold: on this machine only, as long as the site's address is not given", async () => {
  const unset = await renderPage(EmbedPage);
  expect(unset.split(embedJa.onlyHere)).toHaveLength(2);
  expect(unset).toContain("http://localhost:3000/embed/");
  vi.stubEnv("AYUMI_URL", "https://ayumi.example.jp");
  const set = await renderPage(EmbedPage);
  expect(set).not.toContain(embedJa.onlyHere);
  expect(set).toContain("https://ayumi.example.jp/embed/");
});
