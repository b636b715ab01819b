import { buildSite } from "@/app/_server/build";

/** Builds the site once, before the tests that start it time it. */
export default async function setup(): Promise<void> {
  await buildSite();
}
