/** Where the CSV of goals was before it was one of the tables: quoted links lead on, with their parameters. */
export function GET(request: Request): Response {
  return new Response(null, { status: 308, headers: { Location: `/api/goals.csv${new URL(request.url).search}` } });
}
