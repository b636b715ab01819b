import { inject } from "vitest";
import { openDatabase } from "@/db/connection/client";
import { findDataset } from "@/db/queries/datasets";
import { listDocuments } from "@/db/queries/documents";
import { listGoals } from "@/db/queries/goals";
import { documentHref, goalHref } from "@/lib/urls";
import { sampleKinds } from "../whole";

/** Pages of what is not there: of no route, and of routes that find nothing. */
export const MISSING = ["/no-such-page", "/goals/none", "/?dataset=zzz"];

/** Pages of every kind: all that the two documents have, or the first of each kind. */
export async function listPaths(): Promise<string[]> {
  const database = await openDatabase(inject("databaseUrl"));
  const dataset = (await findDataset(database))!;
  const goals = await listGoals(database, dataset);
  const documents = await listDocuments(database, dataset);
  database.$client.close();
  const all = [
    "/",
    "/?of=targets&measure=share&by=policy-goal",
    "/?year=2021",
    "/goals",
    "/goals?area=防災&rating=C",
    "/goals?area=どこにもない分野",
    ...goals.map((goal) => goalHref(goal.id)).reverse(),
    "/continuations",
    "/continuations?level=initiative&kind=merged&area=防災",
    "/continuations/2021-policy-promotion-5/2025-policy-promotion-4",
    "/continuations/2021-policy-promotion-6-i1/2025-policy-promotion-4-i1",
    "/carried-on?level=goal&fate=ended",
    "/carried-on",
    "/briefing?year=2025",
    "/briefing?year=2021",
    "/documents",
    ...documents.map((document) => documentHref(document.id)),
    "/data",
    "/search?q=防災 市民",
    "/search",
    "/search?q=火星移住計画",
    "/about",
    "/en",
    "/embed?chart=continuation-ribbon&theme=dark&width=500",
    "/embed",
    "/municipalities",
    ...MISSING,
  ];
  return sampleKinds(all, (at) => (MISSING.includes(at) ? at : at.split("?")[0]!.replace(/(?<=\w\/).*/, "…")));
}
