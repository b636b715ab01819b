import { listGoals } from "@/db/queries/goals";
import { sortGoals } from "@/lib/domain/goal-order";
import { printGoalsCsv } from "@/lib/files/goals-csv";
import { parseGoalsView } from "@/lib/urls";
import { openSite } from "../open-site";

/** The rows of /goals with the same parameters, as CSV. A parameter that cannot be read is an error here: a file has no room to say so. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const parameters = Object.fromEntries([...new Set(searchParams.keys())].map((key) => [key, searchParams.getAll(key)]));
  const { view, problems } = parseGoalsView(parameters);
  if (problems[0]) return refuse(400, `「${problems[0].parameter}=${problems[0].value}」は読み取れません。`);
  const site = await openSite(view.dataset, view.filter.municipalities?.[0]);
  if (!site) return refuse(404, view.dataset ? `データ版「${view.dataset}」はありません。` : "まだ資料が取り込まれていません。");
  const goals = sortGoals(await listGoals(site.database, site.dataset, view.filter), view.sort, view.direction);
  return new Response(printGoalsCsv(goals), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="ayumi-goals-${site.dataset.id.slice(0, 12)}.csv"`,
      "X-Content-Type-Options": "nosniff",
    },
  });
}

function refuse(status: number, message: string): Response {
  return new Response(`${message}\n`, { status, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
