import { explainLink } from "@/lib/continuation/link";
import { nameSubject, settleDecisions } from "@/lib/continuation/settlement";
import type { Explanation, Level } from "@/lib/domain/continuation";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import type { DecisionVerb, EndKind } from "@/lib/domain/decision";
import { municipalityId } from "@/lib/domain/identifier";
import type { DatasetRow } from "@/lib/domain/rows";
import { continuationJa } from "@/lib/texts/continuation-ja";
import { describeDecisionFinding } from "@/lib/texts/decision-finding";
import { CommandError, runCommand, runWithDatabase } from "../command";
import { decisionsFile, homeMunicipality } from "../config";
import type { Database } from "../connection/database";
import { type DecisionStatement, makeEvents } from "../decision-event";
import { fullId } from "../identifier";
import { migrateDatabase } from "../migrate";
import { describeForeignStore } from "../own-folder";
import { printText } from "../print";
import { printPath } from "../printed-path";
import { readContinuationSpan } from "../queries/continuation-span";
import { readContinuations } from "../queries/continuations";
import { findDataset } from "../queries/datasets";
import { createEventReader } from "../queries/decision-events";
import { listDecisionFindings } from "../queries/decision-findings";
import { listMunicipalities } from "../queries/municipalities";
import { type Request, readRequest, USAGE } from "./command-arguments";
import { createPlanFinder } from "./current-plan";
import { describeComparison, describeExplanation, describeSpan } from "./describe-link";
import { addDecision, readStatements } from "./edit-decisions";
import { findItem, findPair, type Pair } from "./find-pair";
import { createPlanLoader } from "./plan-loader";
import { DECISIONS } from "./words";

/** Runs `npm run continuations` and answers its exit code: 0 done, 1 it cannot be done, 2 wrong usage. */
export async function runContinuations(args: readonly string[]): Promise<number> {
  return runCommand(async () => {
    const request = readRequest(args);
    if (request.what === "help") {
      printText(USAGE);
      return 0;
    }
    return runWithDatabase("write", async (db) => {
      await migrateDatabase(db);
      const dataset = await findDataset(db);
      if (!dataset) throw new CommandError("取り込まれた文書がありません。");
      const history = await readContinuations(db, dataset);
      printText((await answer(db, dataset, history, request)).join("\n"));
      return 0;
    });
  });
}

async function answer(db: Database, dataset: DatasetRow, history: ContinuationHistory, request: Exclude<Request, { what: "help" }>): Promise<string[]> {
  if (request.what === "list") return list(db, dataset, history, request);
  if (request.what === "decide") return decide(db, dataset, history, request);
  const pair = findPair(history, request.keys);
  return describeExplanation(history, pair.items, pair.link ?? (await explain(db, pair)), pair.link);
}

async function list(db: Database, dataset: DatasetRow, history: ContinuationHistory, { levels, from, to }: Request & { what: "list" }): Promise<string[]> {
  const wanted = history.comparisons.filter((comparison) => (from ?? comparison.from) === comparison.from && (to ?? comparison.to) === comparison.to);
  const lines = wanted.flatMap((comparison) => levels.flatMap((level) => describeComparison(history, comparison, level)));
  if (wanted.length === 0 && from !== null && to !== null) lines.push(...(await listSpans(db, dataset, levels, from, to)));
  if (lines.length === 0) return ["比べる年度の組がありません。"];
  return [...lines, ...(await listDecisionFindings(db, dataset)).map((finding) => `${finding.rule} ${describeDecisionFinding(finding)}`)];
}

/** What became of items over other years, in each municipality that has plans of both. */
async function listSpans(db: Database, dataset: DatasetRow, levels: readonly Level[], from: number, to: number): Promise<string[]> {
  const lines: string[] = [];
  for (const { id: municipalityId } of await listMunicipalities(db, dataset)) {
    for (const level of levels) {
      const span = await readContinuationSpan(db, { ...dataset, municipalityId }, { from, to, level });
      if (span) lines.push(...describeSpan(span));
    }
  }
  return lines;
}

/** Compares the two items' years anew, for a pair that is not linked. */
async function explain(db: Database, { items: [predecessor, successor] }: Pair): Promise<Explanation> {
  const { municipality, fiscalYear: from } = predecessor;
  const plans = await createPlanFinder(db, { sequence: Number.MAX_SAFE_INTEGER, added: [] })(municipalityId(municipality));
  const to = successor.fiscalYear;
  const ofYear = (year: number) => plans.filter((plan) => plan.fiscalYear === year);
  const { before, after } = await createPlanLoader(db)({ before: ofYear(from), after: ofYear(to) });
  return explainLink(before, after, { predecessor: predecessor.ref, successor: successor.ref })!;
}

async function decide(db: Database, dataset: DatasetRow, history: ContinuationHistory, { statement, file }: Request & { what: "decide" }): Promise<string[]> {
  const { decision, predecessor, successor, kind } = statement;
  const foreign = file === decisionsFile() ? await describeForeignStore(db) : null;
  if (foreign !== null) throw new CommandError(`${foreign}判断は、--decisions で指定したファイルに記録できます。`);
  if (decision === "undo") await refuseUndo(db, dataset, statement, file);
  else if (successor === null) findItem(history, predecessor);
  else refuse(findPair(history, [predecessor, successor]), decision);
  const decidedOn = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Tokyo" });
  await addDecision(file, { ...statement, decidedOn });
  const how = decision === "end" ? `（${continuationJa.endKind[kind as EndKind]}）` : "";
  return [
    `${printPath(file)} に${DECISIONS[decision]}${how}を記録しました：${predecessor}${successor === null ? "" : ` → ${successor}`}`,
    `npm run ingest${file === decisionsFile() ? "" : ` -- --decisions ${printPath(file)}`} で取り込むと、サイトに反映されます。`,
  ];
}

/** Throws where the decision would change nothing. */
function refuse({ items: [{ key: predecessor }, { key: successor }], link, chain }: Pair, decision: DecisionVerb): void {
  const pair = `「${predecessor}」から「${successor}」への継続`;
  const isAdded = link?.record?.decision === "add";
  if (decision === "add") {
    if (isAdded || (!link && chain.length === 0)) return;
    const found = link
      ? `${continuationJa.kind[link.kind]}、${continuationJa.status[link.status]}`
      : `${chain
          .slice(0, -1)
          .map(({ successorKey }) => successorKey)
          .join("、")} を経る`;
    throw new CommandError(`${pair}はすでに見つかっています（${found}）。confirm または reject で判断してください。`);
  }
  if (!link && chain.length === 0) throw new CommandError(`${pair}は見つかっていません。加えるには add を使ってください。`);
  if (isAdded) throw new CommandError(`${pair}は判断で加えたものです。取り消すには undo を使ってください。`);
}

/** Throws where nothing is decided that could be undone, neither in the data nor in the file. */
async function refuseUndo(db: Database, dataset: DatasetRow, statement: Pick<DecisionStatement, "predecessor" | "successor">, file: string): Promise<void> {
  const home = homeMunicipality();
  const held = await (await createEventReader(db, dataset.sequence))();
  const known = new Set(held.map(({ digest }) => digest));
  const stated = makeEvents(await readStatements(file), home).filter(({ digest }) => !known.has(digest));
  const { predecessor, successor } = statement;
  const subject = nameSubject({ predecessor: fullId(predecessor, home), successor: successor === null ? null : fullId(successor, home) });
  if (settleDecisions([...held, ...stated]).inForce.some((event) => nameSubject(event) === subject)) return;
  throw new CommandError(describeDecisionFinding({ rule: "undo-without-decision", args: [predecessor, successor] }));
}
