import type { Database } from "../client";
import { CommandError, runCommand, runWithDatabase } from "../command";
import { DECISIONS_FILE } from "../config";
import { migrateDatabase } from "../migrate";
import { printText } from "../print";
import { printPath } from "../printed-path";
import { readContinuations } from "../queries/continuations";
import { findDataset } from "../queries/datasets";
import { readRequest, USAGE, type Request } from "./command-arguments";
import { createPlanFinder } from "./current-plan";
import { describeComparison, describeExplanation } from "./describe-link";
import { putDecision } from "./edit-decisions";
import { findPair, type Pair } from "./find-pair";
import { createPlanLoader } from "./plan-loader";
import { DECISIONS, KINDS, STATUSES } from "./words";
import { explainLink } from "@/lib/continuation/link";
import type { ContinuationHistory, Decision, Explanation } from "@/lib/domain/continuation";
import { municipalityId } from "@/lib/domain/identifier";

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
      printText((await answer(db, history, request)).join("\n"));
      return 0;
    });
  });
}

async function answer(db: Database, history: ContinuationHistory, request: Exclude<Request, { what: "help" }>): Promise<string[]> {
  if (request.what === "list") return list(history, request);
  const pair = findPair(history, request.keys);
  if (request.what === "decide") return decide(pair, request);
  return describeExplanation(history, pair.items, pair.link ?? (await explain(db, pair)), pair.link);
}

function list(history: ContinuationHistory, { levels, from, to }: Request & { what: "list" }): string[] {
  const wanted = history.comparisons.filter((comparison) => (from ?? comparison.from) === comparison.from && (to ?? comparison.to) === comparison.to);
  if (wanted.length === 0) return ["比べる年度の組がありません。"];
  return wanted.flatMap((comparison) => levels.flatMap((level) => describeComparison(history, comparison, level)));
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

async function decide(pair: Pair, { decision, keys: [predecessor, successor], by, reason, kind, file }: Request & { what: "decide" }): Promise<string[]> {
  refuse(pair, decision);
  const decidedOn = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Tokyo" });
  const stated = { decision, level: pair.items[0].level, predecessor, successor, ...(kind && { kind }), reason, decidedBy: by, decidedOn };
  const replaced = await putDecision(file, stated);
  return [
    `${printPath(file)} に${DECISIONS[decision]}を記録しました${replaced ? "（この組についての前の判断と置き換えました）" : ""}：${predecessor} → ${successor}`,
    `npm run ingest${file === DECISIONS_FILE ? "" : ` -- --decisions ${printPath(file)}`} で取り込むと、サイトに反映されます。`,
  ];
}

/** Throws where the decision would change nothing. */
function refuse({ items: [{ key: predecessor }, { key: successor }], link, isCompared }: Pair, decision: Decision["decision"]): void {
  const pair = `「${predecessor}」から「${successor}」への継続`;
  if (!isCompared) throw new CommandError(`${pair}は、比べる年度の組ではないため判断できません。`);
  const isAdded = link?.record?.decision === "add";
  if (decision === "add" && link && !isAdded) {
    throw new CommandError(`${pair}はすでに見つかっています（${KINDS[link.kind]}、${STATUSES[link.status]}）。confirm または reject で判断してください。`);
  }
  if (decision === "add") return;
  if (!link) throw new CommandError(`${pair}は見つかっていません。加えるには add を使ってください。`);
  if (isAdded) throw new CommandError(`${pair}は判断で加えたものです。取り消すには、判断のファイルからその項目を削除してください。`);
}
