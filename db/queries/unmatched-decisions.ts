import { asc, eq, sql } from "drizzle-orm";
import type { Database } from "../client";
import { homeMunicipality } from "../config";
import { parsePublicId } from "../identifier";
import { decisionLists, decisions } from "../dataset-schema";
import { readContinuations } from "./continuations";
import type { UnmatchedDecision } from "@/lib/domain/continuation";
import type { DatasetRow } from "@/lib/domain/rows";

/** The decisions in force in a dataset that change nothing in it, in the order of their file, each with why. */
export async function listUnmatchedDecisions(db: Database, dataset: DatasetRow): Promise<UnmatchedDecision[]> {
  const rows = await db
    .select({ decision: decisions, municipality: decisionLists.municipality, fileName: decisionLists.fileName })
    .from(decisions)
    .innerJoin(decisionLists, eq(decisionLists.digest, decisions.list))
    .where(
      sql`${decisions.list} = (select e.digest from dataset_entries e
        where e.kind = 'decisions' and e.dataset_sequence <= ${dataset.sequence} order by e.position desc limit 1)`,
    )
    .orderBy(asc(decisions.position));
  if (rows.length === 0) return [];
  const { items, comparisons } = await readContinuations(db, dataset);
  const home = homeMunicipality();
  const years = new Map(items.map(({ key, fiscalYear }) => [plainKey(key, home), fiscalYear]));
  const pairs = new Set(comparisons.map(({ from, to }) => `${from} ${to}`));
  const links = comparisons.flatMap((comparison) => comparison.links);
  const linked = new Set(links.map(({ predecessorKey, successorKey }) => pairKey(predecessorKey, successorKey, home)));
  const last = new Map(rows.map((row) => [pairKey(row.decision.predecessor, row.decision.successor, row.municipality), row]));
  return [...last].flatMap(([pair, { decision: row, municipality, fileName }]): UnmatchedDecision[] => {
    if (linked.has(pair)) return [];
    const { level, predecessor, successor, decision, decidedBy, reason, decidedOn, span } = row;
    const missingKey = [predecessor, successor].find((key) => !years.has(plainKey(key, municipality))) ?? null;
    const [from, to] = [predecessor, successor].map((key) => years.get(plainKey(key, municipality)));
    return [
      {
        ...{ level, predecessorKey: predecessor, successorKey: successor, record: { decision, decidedBy, reason, decidedOn } },
        reason: missingKey !== null ? "item" : pairs.has(`${from} ${to}`) ? "link" : "years",
        ...{ missingKey, fileName, span },
      },
    ];
  });
}

function pairKey(predecessor: string, successor: string, home: string): string {
  return `${plainKey(predecessor, home)} ${plainKey(successor, home)}`;
}

/** A public id, the same whichever municipality's site shows it. */
function plainKey(key: string, home: string): string {
  const { municipalityId, localId } = parsePublicId(key, home);
  return `${municipalityId} ${localId}`;
}
