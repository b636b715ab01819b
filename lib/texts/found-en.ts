/** By what names the data is found elsewhere, in English; the names of municipalities stay as they are. */
export const foundEn = {
  title: (municipality: string) => `Data of the department plans (運営方針) of ${municipality}`,
  table: (municipality: string, table: string) => `Department plans (運営方針) of ${municipality}: ${table}`,
  tables: {
    plans: "plans",
    goals: "priority goals",
    targets: "targets",
    initiatives: "initiatives",
    ratings: "ratings",
    continuations: "continuations",
    documents: "documents",
    datasets: "data versions",
  },
  keywords: ["department plans", "priority goals", "ratings", "policy evaluation", "self-assessment"],
} as const;
