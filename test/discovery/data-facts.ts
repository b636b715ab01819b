import type { DataFacts } from "@/lib/discovery/data-facts";

/** Facts of an invented city's data. */
export const FACTS: DataFacts = {
  url: "https://ayumi.example",
  pages: { overview: "https://ayumi.example/", data: "https://ayumi.example/data", catalogue: "https://ayumi.example/catalog.jsonld" },
  municipality: "架空市",
  datasetId: "0".repeat(64),
  createdAt: "2026-11-27T00:00:00.000Z",
  fiscalYears: [2021, 2025],
  title: { ja: "架空市の運営方針のデータ", en: "Data of the department plans of 架空市" },
  description: "架空市の運営方針を、2つの表で示します。</script>",
  keywords: { ja: ["運営方針"], en: ["department plans"] },
  licence: { text: "出典：架空市。", url: "https://city.example/terms" },
  tables: ["plans", "goals"].map((name) => ({
    name,
    title: { ja: `架空市の${name}`, en: `${name} of 架空市` },
    description: "一行が一件です。",
    files: [
      { url: `https://ayumi.example/api/${name}.csv`, type: "text/csv", format: "CSV", whole: true },
      { url: `https://ayumi.example/api/${name}.json`, type: "application/json", format: "JSON", whole: name === "plans" },
    ],
  })),
};
