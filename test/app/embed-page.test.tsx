import { afterAll, beforeAll, expect, it, vi } from "vitest";
import EmbedPage from "@/app/embed/page";
import { closeSiteDatabase } from "@/db/connection/site";
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

it("says where its codes hold: on this machine only, as long as the site's address is not given", async () => {
  const unset = await renderPage(EmbedPage);
  expect(unset.split(embedJa.onlyHere)).toHaveLength(2);
  expect(unset).toContain("http://localhost:3000/embed/");
  vi.stubEnv("AYUMI_URL", "https://ayumi.example.jp");
  const set = await renderPage(EmbedPage);
  expect(set).not.toContain(embedJa.onlyHere);
  expect(set).toContain("https://ayumi.example.jp/embed/");
});
