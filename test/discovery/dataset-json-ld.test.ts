import { expect, it } from "vitest";
import { printJsonLd } from "@/lib/discovery/data-facts";
import { describeDataset } from "@/lib/discovery/dataset-json-ld";
import { FACTS } from "./data-facts";

it("the data is described for search engines of data sets, with what is known alone", () => {
  expect(describeDataset(FACTS)).toMatchObject({
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: FACTS.title.ja,
    identifier: "https://ayumi.example/data#dataset",
    version: FACTS.datasetId,
    description: FACTS.description,
    creator: { name: "架空市" },
    spatialCoverage: { name: "架空市" },
    temporalCoverage: ["2021-04-01/2022-03-31", "2025-04-01/2026-03-31"],
    license: "https://city.example/terms",
  });
  const { distribution } = describeDataset(FACTS) as { distribution: Record<string, string>[] };
  expect(distribution.map(({ contentUrl, encodingFormat }) => [contentUrl, encodingFormat])).toContainEqual([
    "https://ayumi.example/api/goals.csv",
    "text/csv",
  ]);
  expect(distribution.map(({ contentUrl }) => contentUrl)).toContain("https://ayumi.example/api/plans.json");
  expect(distribution.map(({ contentUrl }) => contentUrl)).not.toContain("https://ayumi.example/api/goals.json");
  expect(describeDataset({ ...FACTS, licence: { text: "出典：架空市。", url: null } })).not.toHaveProperty("license");
});

it("no text of it ends the script that it stands in", () => {
  const printed = printJsonLd(describeDataset(FACTS));
  expect(printed).not.toContain("<");
  expect(JSON.parse(printed)).toEqual(describeDataset(FACTS));
});
