import { createHash } from "node:crypto";
import type { FormDefinition } from "@/lib/domain/form-definition";
import { departmentId, goalIds, municipalityId } from "@/lib/domain/identifier";
import type { Message } from "@/lib/domain/message";
import type { Places } from "@/lib/domain/place";
import type { Assessment, PriorityGoal } from "@/lib/domain/plan";
import type { PlanReading, Reading } from "@/lib/domain/reading";
import { planLocalId } from "../identifier";
import { prepareRows } from "../rows/insert-rows";
import type { TableRows } from "../rows/row-digest";
import { packLineKinds } from "../schema/line-kinds";
import * as planSchema from "../schema/plans";
import * as schema from "../schema/readings";

type Insert<Table extends { $inferInsert: unknown }> = Table["$inferInsert"];

/** What names a reading: the document, the version of the reader, and what it was told: the municipality, and the form's definition where that is not Kashiwara's. */
export interface ReadingKey {
  documentId: string;
  readerVersion: number;
  municipality: string;
  form?: FormDefinition | null | undefined;
}

/** SHA-256 in hex of a reading's key: the same on every machine. */
export function readingDigest({ documentId, readerVersion, municipality, form }: ReadingKey): string {
  const printed = form ? `\n${JSON.stringify(form)}` : "";
  return createHash("sha256").update(`ayumi-reading\n${documentId}\n${readerVersion}\n${municipality}${printed}`).digest("hex");
}

/** All rows of a reading, by table, as they are written and hashed (`READING_TABLES`). */
export function prepareReading(id: number, key: ReadingKey, reading: Reading): TableRows[] {
  const plans = reading.plans.map((plan, position) => planRows(id, position, plan));
  const tables = ["plans", "officers", "basicPolicies", "ratingScaleEntries", "priorityGoals", "targets", "initiatives", "assessments"] as const;
  return [
    prepareRows(schema.readings, [readingRow(id, key, reading)]),
    prepareRows(schema.readingTexts, textRows(id, reading)),
    prepareRows(schema.readingForms, reading.form ? [{ readingId: id, name: reading.form.name, definition: reading.form }] : []),
    ...tables.map((table) =>
      prepareRows(
        planSchema[table],
        plans.flatMap((rows): object[] => rows[table]),
      ),
    ),
    prepareRows(planSchema.messages, messageRows(id, reading)),
  ];
}

/** The row of a reading. */
function readingRow(id: number, key: ReadingKey, reading: Reading): Insert<typeof schema.readings> {
  const { form: _, ...told } = key;
  const { lines: lineCount, ...coverage } = reading.coverage;
  return { id, digest: readingDigest(key), ...told, lineCount, ...coverage, lines: packLineKinds(reading.lines) };
}

/** Of a document that is a text there is nothing to keep beside its bytes. */
function textRows(readingId: number, { source, text }: Reading): Insert<typeof schema.readingTexts>[] {
  return source ? [{ readingId, ...source, text }] : [];
}

/** The rows of one plan, by table. */
function planRows(readingId: number, position: number, { plan, places, ratingTexts }: PlanReading) {
  const key = { readingId, planPosition: position };
  const localId = planLocalId(plan);
  const localGoalIds = goalIds(localId, plan.priorityGoals);
  const { own, goals } = splitPlaces(places);
  const planRow: Insert<typeof planSchema.plans> = {
    readingId,
    position,
    municipality: plan.municipality,
    municipalityId: municipalityId(plan.municipality),
    department: plan.department,
    departmentId: departmentId(plan.department),
    fiscalYear: plan.fiscalYear,
    localId,
    stage: plan.stage,
    title: plan.title,
    places: own,
  };
  return {
    plans: [planRow],
    officers: plan.officers.map((officer, at) => ({ ...key, position: at, ...officer })),
    basicPolicies: plan.basicPolicy.map((text, at) => ({ ...key, position: at, text })),
    ratingScaleEntries: plan.ratingScale.map((entry, at) => ({ ...key, position: at, ...entry })),
    priorityGoals: plan.priorityGoals.map((goal, at): Insert<typeof planSchema.priorityGoals> => {
      const { policyGoal, targets: _, initiatives: __, assessments: ___, ...fields } = goal;
      const goalPlaces = goals[at] ?? {};
      return {
        ...key,
        position: at,
        ...fields,
        localId: localGoalIds[at]!,
        policyGoalCode: policyGoal?.code ?? null,
        policyGoalName: policyGoal?.name ?? null,
        listedRatingText: ratingTexts[`/priorityGoals/${at}/listedRating`] ?? null,
        overallRatingText: ratingTexts[`/priorityGoals/${at}/overallRating`] ?? null,
        titleSpan: goalPlaces["/title"]?.at(-1) ?? null,
        places: goalPlaces,
      };
    }),
    targets: plan.priorityGoals.flatMap(({ targets }, goalPosition) =>
      targets.map(({ assessments: _, ...target }, at) => ({
        ...key,
        goalPosition,
        position: at,
        ...target,
        ratingText: ratingTexts[`/priorityGoals/${goalPosition}/targets/${at}/rating`] ?? null,
      })),
    ),
    initiatives: plan.priorityGoals.flatMap(({ initiatives }, goalPosition) =>
      initiatives.map(({ rating: _, assessments: __, ...initiative }, at) => ({ ...key, goalPosition, position: at, ...initiative })),
    ),
    assessments: plan.priorityGoals.flatMap((goal, goalPosition) =>
      assessmentRows(goal).map(({ pointer, ...row }, at) => ({
        ...key,
        goalPosition,
        position: at,
        ...row,
        ratingText: ratingTexts[`/priorityGoals/${goalPosition}${pointer}`] ?? null,
      })),
    ),
  };
}

/** A goal's ratings beside its summary's, its whole's and its targets', with the JSON Pointer of each into the goal. */
function assessmentRows(goal: PriorityGoal) {
  const several = (subject: "goal" | "target" | "initiative", subjectPosition: number | null, base: string, assessments: Assessment[] = []) =>
    assessments.map((assessment, at) => ({ subject, subjectPosition, ...assessment, pointer: `${base}/assessments/${at}/rating` }));
  return [
    ...several("goal", null, "", goal.assessments),
    ...goal.targets.flatMap((target, at) => several("target", at, `/targets/${at}`, target.assessments)),
    ...goal.initiatives.flatMap((initiative, at) => [
      ...(initiative.rating === undefined
        ? []
        : [{ subject: "initiative" as const, subjectPosition: at, occasion: null, rating: initiative.rating, pointer: `/initiatives/${at}/rating` }]),
      ...several("initiative", at, `/initiatives/${at}`, initiative.assessments),
    ]),
  ];
}

/** The rows of a reading's messages and findings. */
function messageRows(readingId: number, reading: Reading): Insert<typeof planSchema.messages>[] {
  const kinds = [
    ...reading.messages.map((message) => ({ kind: "reading" as const, message })),
    ...reading.findings.map((message) => ({ kind: "finding" as const, message })),
  ];
  return kinds.map(({ kind, message: { plan, severity, rule, reason, pointer, span } }, position) => {
    const planPosition = plan !== null && plan < reading.plans.length ? plan : null;
    const goalPosition = planPosition === null ? null : goalOf(pointer, reading.plans[planPosition]!);
    return { readingId, position, kind, severity, rule, reason, planPosition, goalPosition, pointer, span };
  });
}

function goalOf(pointer: Message["pointer"], { plan }: PlanReading): number | null {
  const match = /^\/priorityGoals\/(\d+)(?:\/|$)/.exec(pointer ?? "");
  const position = match ? Number(match[1]) : -1;
  return position >= 0 && position < plan.priorityGoals.length ? position : null;
}

/** Places inside each priority goal, by JSON Pointer into it, apart from the rest. */
function splitPlaces(places: Places): { own: Places; goals: Places[] } {
  const own: Places = {};
  const goals: Places[] = [];
  for (const [pointer, spans] of Object.entries(places)) {
    const match = /^\/priorityGoals\/(\d+)(\/.*)?$/.exec(pointer);
    if (match) (goals[Number(match[1])] ??= {})[match[2] ?? ""] = spans;
    else own[pointer] = spans;
  }
  return { own, goals };
}
