/** A question that /data shows how to ask. */
export interface Example {
  title: string;
  path: string;
  parameters: readonly (readonly [name: string, value: string])[];
  /** Name to save the answer under; without one it is printed. */
  save?: string;
}

/** The examples on /data, for a site whose newest dataset has this id and a plan of this id. */
export function listExamples(dataset: string, planId: string | null): Example[] {
  return [
    { title: "重点目標の表をCSVで保存する", path: "/api/goals.csv", parameters: [], save: "goals.csv" },
    {
      title: "令和7年度の防災の重点目標だけを得る",
      path: "/api/goals.json",
      parameters: [
        ["year", "令和7"],
        ["area", "防災"],
      ],
    },
    { title: "達成度がないものを、理由とともに得る", path: "/api/ratings.json", parameters: [["rating", "none"]] },
    {
      title: "続かなかった取組を得る",
      path: "/api/continuations.json",
      parameters: [
        ["level", "initiative"],
        ["kind", "ended"],
      ],
    },
    { title: "10行ずつ得る（続きは、答えの next にある）", path: "/api/initiatives.json", parameters: [["limit", "10"]] },
    { title: "いつまでも変わらない版をExcelで保存する", path: "/api/ratings.xlsx", parameters: [["dataset", dataset]], save: "ratings.xlsx" },
    ...(planId ? [{ title: "一つの運営方針の全文を得る", path: `/api/plans/${planId}.json`, parameters: [] }] : []),
  ];
}

/** The whole address of an example. */
export function exampleUrl({ path, parameters }: Example, site: string): string {
  const query = new URLSearchParams(parameters.map(([name, value]) => [name, value])).toString();
  return `${site}${path}${query ? `?${query}` : ""}`;
}

/** The example as a command for a shell; curl (https://curl.se/docs/manpage.html) encodes the Japanese. */
export function printCommand({ path, parameters, save }: Example, site: string): string {
  const data = parameters.map(([name, value]) => `--data-urlencode '${name}=${value.replaceAll("'", String.raw`'\''`)}'`);
  const first = ["curl", ...(save ? [`--output ${save}`] : []), ...(data.length > 0 ? ["--get"] : [])].join(" ");
  return data.length > 0 ? [first, ...data, `'${site}${path}'`].join(" \\\n  ") : `${first} '${site}${path}'`;
}
