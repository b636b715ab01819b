import { siteUrl } from "@/db/config";
import { listDatasets } from "@/db/queries/datasets";
import { listDocuments } from "@/db/queries/documents";
import { usualView } from "@/lib/chart-urls";
import { nameLine } from "@/lib/charts/rating-change/sentence";
import { CHARTS } from "@/lib/charts/registry";
import type { Feed, FeedEntry } from "@/lib/discovery/atom";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { DatasetRow, DocumentRow } from "@/lib/domain/rows";
import { shortHash } from "@/lib/domain/short-hash";
import { FOUND } from "@/lib/parameters/found";
import { placeHref } from "@/lib/parameters/place";
import { chartTexts } from "@/lib/texts/chart-texts";
import { foundJa } from "@/lib/texts/found-ja";
import { ja } from "@/lib/texts/ja";
import { overviewHref } from "@/lib/urls";
import type { Site } from "./open-site";
import { readChart } from "./read-chart";

/** Entries of the feed; /api/datasets has all. */
const MOST_ENTRIES = 20;
/** Documents and goals that an entry names. */
const MOST_NAMED = 20;

/** The datasets of a site, each with the documents that came with it and how ratings have moved by then. */
export async function readFeed({ database, dataset, municipality, chosen }: Site): Promise<Feed> {
  const known = (await listDatasets(database)).filter(({ sequence }) => sequence <= dataset.sequence);
  const documentsOf = async (row: DatasetRow | undefined) =>
    row ? listDocuments(database, { ...row, ...(dataset.municipalityId && { municipalityId: dataset.municipalityId }) }) : [];
  const entries: FeedEntry[] = [];
  for (const [index, row] of known.slice(0, MOST_ENTRIES).entries()) {
    const before = new Set((await documentsOf(known[index + 1])).map(({ id }) => id));
    const documents = await documentsOf(row);
    const added = documents.filter(({ id }) => !before.has(id));
    entries.push({
      url: siteUrl() + overviewHref({ filter: chosen, dataset: row.id }),
      title: foundJa.feed.entry(shortHash(row.id), municipality, documents.length),
      updated: row.createdAt,
      lines: [...tellDocuments(added, municipality), ...(await tellMoves(row, chosen))],
    });
  }
  return {
    url: siteUrl() + placeHref(FOUND.feed, { filter: chosen }),
    title: foundJa.feed.title(municipality),
    author: ja.site.name,
    page: siteUrl() + overviewHref({ filter: chosen }),
    entries,
  };
}

function tellDocuments(added: readonly DocumentRow[], municipality: string): string[] {
  const names = added.map(
    ({ plans, fileName }) => plans.map((plan) => `${formatFiscalYear(plan.fiscalYear)} ${plan.department}（${ja.stage[plan.stage]}）`).join("、") || fileName,
  );
  return names.length === 0 ? [foundJa.feed.noDocuments(municipality)] : [foundJa.feed.documents(municipality, names.length), ...cutList(names)];
}

/** The sentence of the chart of moves, and what fell. */
async function tellMoves({ id }: DatasetRow, chosen: Site["chosen"]): Promise<string[]> {
  const definition = CHARTS["rating-change"];
  const { facts } = await readChart(definition, { ...usualView(definition), filter: chosen, dataset: id });
  if (facts.name !== "rating-change" || facts.empty) return [];
  const fallen = facts.model.lines
    .filter(({ course }) => course === "down")
    .map((line) => `${line.stops.at(-1)!.item.department} ${nameLine(line, chartTexts(facts.language))}`);
  return [`${facts.title}：${facts.reading}`, ...(fallen.length > 0 ? [foundJa.feed.fallen, ...cutList(fallen)] : [])];
}

function cutList(names: readonly string[]): string[] {
  const listed = names.slice(0, MOST_NAMED).map((name) => `・${name}`);
  return names.length > MOST_NAMED ? [...listed, foundJa.feed.more(names.length - MOST_NAMED)] : listed;
}
