import { sql } from "drizzle-orm";
import { settleDecisions } from "@/lib/continuation/settlement";
import type { ItemRef, LinkKind } from "@/lib/domain/continuation";
import type { Decision, DecisionRecord, EndDecision, EndKind } from "@/lib/domain/decision";
import { municipalityId } from "@/lib/domain/identifier";
import type { Database } from "../connection/database";
import type { DecisionEvent } from "../decision-event";
import { parsePublicId } from "../identifier";
import { createEventReader } from "../queries/decision-events";
import type { CurrentPlan } from "./current-plan";

/** What was decided about two items of the plans, or about the end of one, with who decided it and why. */
export type RecordedDecision = (Decision | EndDecision) & { record: DecisionRecord };

/** The decisions in force about items of a municipality's plans; what is about others is left out. */
export type DecisionFinder = (municipalityId: string, plans: readonly CurrentPlan[]) => Promise<RecordedDecision[]>;

/** Looks up what is in force in the dataset of that number with these events added. */
export async function createDecisionFinder(db: Database, sequence: number, added: readonly DecisionEvent[] = []): Promise<DecisionFinder> {
  const readEvents = await createEventReader(db, sequence);
  return async (id, plans) => {
    const events = [...(await readEvents(id)), ...added.filter((event) => event.municipalityId === id)];
    if (events.length === 0) return [];
    const find = await indexGoals(db, plans);
    return settleDecisions(events).inForce.flatMap((event) => resolve(event, find) ?? []);
  };
}

function resolve(event: DecisionEvent, find: FindItem): RecordedDecision | null {
  const { decision, level, kind, reason, decidedBy, decidedOn } = event;
  const predecessor = find(event.predecessor);
  if (!predecessor || decision === "undo") return null;
  if (decision === "end") {
    return { level, item: predecessor, decision, record: { decision, endKind: kind as EndKind, decidedBy, reason, decidedOn } };
  }
  const successor = event.successor === null ? null : find(event.successor);
  if (!successor) return null;
  return { level, predecessor, successor, decision, ...(kind && { kind: kind as LinkKind }), record: { decision, decidedBy, reason, decidedOn } };
}

type FindItem = (fullId: string) => ItemRef | null;

interface Goal extends Omit<ItemRef, "pointer"> {
  localId: string;
  position: number;
  initiatives: number;
}

/** Looks items of these plans up by their full ids. */
async function indexGoals(db: Database, plans: readonly CurrentPlan[]): Promise<FindItem> {
  const keys = JSON.stringify(plans.map(({ readingId, position }) => [readingId, position]));
  const rows = await db.all<Goal>(sql`
    select p.municipality, p.department, p.fiscal_year as fiscalYear, g.local_id as localId, g.position,
      (select count(*) from initiatives i
        where i.reading_id = g.reading_id and i.plan_position = g.plan_position and i.goal_position = g.position) as initiatives
    from json_each(${keys}) held
      cross join plans p on p.reading_id = held.value ->> 0 and p.position = held.value ->> 1
      cross join priority_goals g on g.reading_id = p.reading_id and g.plan_position = p.position`);
  const goals = new Map(rows.map((goal) => [`${municipalityId(goal.municipality)} ${goal.localId}`, goal]));
  return (fullId) => {
    const { municipalityId: of, localId } = parsePublicId(fullId, "");
    const [, goalId, number] = /^(.*?)(?:-i([1-9]\d*))?$/.exec(localId)!;
    const goal = goals.get(`${of} ${goalId}`);
    if (!goal || Number(number ?? 0) > goal.initiatives) return null;
    const { municipality, department, fiscalYear, position } = goal;
    const pointer = `/priorityGoals/${position}${number ? `/initiatives/${Number(number) - 1}` : ""}`;
    return { municipality, department, fiscalYear, pointer };
  };
}
