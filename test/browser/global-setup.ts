import type { TestProject } from "vitest/node";
import { findChromium } from "./chromium";
import { startSite } from "./start-site";

declare module "vitest" {
  interface ProvidedContext {
    siteUrl: string;
    databaseUrl: string;
  }
}

/** One site for all browser tests that only read; those that write start their own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  findChromium();
  const site = await startSite();
  project.provide("siteUrl", site.url);
  project.provide("databaseUrl", site.databaseUrl);
  return () => site.stop();
}
