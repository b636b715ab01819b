import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Severity } from "@/lib/domain/message";
import type { Rating, Stage } from "@/lib/domain/plan";
import { placesColumn, spanColumn } from "./place-column";
import { readings } from "./readings";

// What readings hold; append-only and STRICT as `readings.ts` says.

/** 運営方針 as one reading gives it. `localId` is its public id within its municipality: `2025-policy-promotion`. */
export const plans = sqliteTable(
  "plans",
  {
    readingId: integer("reading_id")
      .notNull()
      .references(() => readings.id),
    position: integer("position").notNull(),
    municipality: text("municipality").notNull(),
    municipalityId: text("municipality_id").notNull(),
    department: text("department").notNull(),
    departmentId: text("department_id").notNull(),
    fiscalYear: integer("fiscal_year").notNull(),
    localId: text("local_id").notNull(),
    stage: text("stage").$type<Stage>().notNull(),
    title: text("title"),
    /** Places of what is not in a priority goal, by JSON Pointer into the plan. */
    places: placesColumn("places").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.readingId, table.position] }),
    index("plans_key").on(table.municipalityId, table.fiscalYear, table.departmentId),
    check("plans_position", sql`position >= 0`),
    check("plans_names", sql`length(municipality) between 1 and 100 and length(department) between 1 and 200`),
    check("plans_fiscal_year", sql`fiscal_year between 1868 and 2200`),
    check("plans_stage", sql`stage in ('plan', 'evaluated')`),
    check("plans_places", sql`json_valid(places)`),
  ],
);

export const planKey = { readingId: integer("reading_id").notNull(), planPosition: integer("plan_position").notNull() };

/** 部長・監・理事 */
export const officers = sqliteTable(
  "officers",
  {
    ...planKey,
    position: integer("position").notNull(),
    post: text("post").notNull(),
    name: text("name").notNull(),
    duty: text("duty"),
  },
  (table) => [
    primaryKey({ columns: [table.readingId, table.planPosition, table.position] }),
    foreignKey({ columns: [table.readingId, table.planPosition], foreignColumns: [plans.readingId, plans.position] }),
  ],
);

/** 基本方針, one paragraph a row. */
export const basicPolicies = sqliteTable("basic_policies", { ...planKey, position: integer("position").notNull(), text: text("text").notNull() }, (table) => [
  primaryKey({ columns: [table.readingId, table.planPosition, table.position] }),
  foreignKey({ columns: [table.readingId, table.planPosition], foreignColumns: [plans.readingId, plans.position] }),
]);

/** 達成度について as the document prints it. `min` and `max` are percentages. */
export const ratingScaleEntries = sqliteTable(
  "rating_scale_entries",
  {
    ...planKey,
    position: integer("position").notNull(),
    rating: text("rating").$type<Rating>().notNull(),
    label: text("label"),
    criterion: text("criterion"),
    min: real("min"),
    max: real("max"),
  },
  (table) => [
    primaryKey({ columns: [table.readingId, table.planPosition, table.position] }),
    foreignKey({ columns: [table.readingId, table.planPosition], foreignColumns: [plans.readingId, plans.position] }),
    check("rating_scale_entries_rating", sql`length(rating) between 1 and 100`),
  ],
);

/** 重点目標. `localId` is its public id within its municipality: `2025-policy-promotion-4`. */
export const priorityGoals = sqliteTable(
  "priority_goals",
  {
    ...planKey,
    position: integer("position").notNull(),
    number: integer("number").notNull(),
    localId: text("local_id").notNull(),
    title: text("title").notNull(),
    titleSpan: spanColumn("title_span"),
    policyGoalCode: text("policy_goal_code"),
    policyGoalName: text("policy_goal_name"),
    policyArea: text("policy_area"),
    listedRating: text("listed_rating").$type<Rating>(),
    listedRatingText: text("listed_rating_text"),
    overallRating: text("overall_rating").$type<Rating>(),
    overallRatingText: text("overall_rating_text"),
    overallAssessment: text("overall_assessment"),
    futureConsiderations: text("future_considerations"),
    /** Places by JSON Pointer into the goal (`/targets/0/text`). */
    places: placesColumn("places").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.readingId, table.planPosition, table.position] }),
    foreignKey({ columns: [table.readingId, table.planPosition], foreignColumns: [plans.readingId, plans.position] }),
    check("priority_goals_number", sql`number >= 0`),
    check("priority_goals_policy_goal", sql`policy_goal_code is null or policy_goal_name is not null`),
    check("priority_goals_policy_area", sql`policy_area <> ''`),
    check("priority_goals_ratings", sql`listed_rating <> '' and overall_rating <> ''`),
    check("priority_goals_places", sql`json_valid(places) and (title_span is null or json_valid(title_span))`),
  ],
);

const goalKey = { ...planKey, goalPosition: integer("goal_position").notNull() };

/** 今年度の達成目標 */
export const targets = sqliteTable(
  "targets",
  {
    ...goalKey,
    position: integer("position").notNull(),
    text: text("text").notNull(),
    rating: text("rating").$type<Rating>(),
    ratingText: text("rating_text"),
    achievement: text("achievement"),
  },
  (table) => [
    primaryKey({ columns: [table.readingId, table.planPosition, table.goalPosition, table.position] }),
    foreignKey({
      columns: [table.readingId, table.planPosition, table.goalPosition],
      foreignColumns: [priorityGoals.readingId, priorityGoals.planPosition, priorityGoals.position],
    }),
    check("targets_rating", sql`rating <> ''`),
  ],
);

/** 具体的取組 */
export const initiatives = sqliteTable(
  "initiatives",
  {
    ...goalKey,
    position: integer("position").notNull(),
    text: text("text").notNull(),
    responsibleUnit: text("responsible_unit"),
    reportedResult: text("reported_result"),
  },
  (table) => [
    primaryKey({ columns: [table.readingId, table.planPosition, table.goalPosition, table.position] }),
    foreignKey({
      columns: [table.readingId, table.planPosition, table.goalPosition],
      foreignColumns: [priorityGoals.readingId, priorityGoals.planPosition, priorityGoals.position],
    }),
    check("initiatives_responsible_unit", sql`responsible_unit <> ''`),
  ],
);

/**
 * Ratings beside those of a goal's summary, its whole and its targets: an initiative's own (`occasion` is null), and each
 * of several that the same thing was given. `subjectPosition` is the target's or the initiative's.
 */
export const assessments = sqliteTable(
  "assessments",
  {
    ...goalKey,
    position: integer("position").notNull(),
    subject: text("subject").$type<"goal" | "target" | "initiative">().notNull(),
    subjectPosition: integer("subject_position"),
    occasion: text("occasion"),
    rating: text("rating").$type<Rating>(),
    ratingText: text("rating_text"),
  },
  (table) => [
    primaryKey({ columns: [table.readingId, table.planPosition, table.goalPosition, table.position] }),
    foreignKey({
      columns: [table.readingId, table.planPosition, table.goalPosition],
      foreignColumns: [priorityGoals.readingId, priorityGoals.planPosition, priorityGoals.position],
    }),
    check("assessments_subject", sql`subject in ('goal', 'target', 'initiative') and (subject = 'goal') = (subject_position is null)`),
    check("assessments_occasion", sql`occasion <> '' and (occasion is not null or subject = 'initiative')`),
    check("assessments_rating", sql`rating <> ''`),
  ],
);

/** Messages about a reading, and findings about its content. */
export const messages = sqliteTable(
  "messages",
  {
    readingId: integer("reading_id")
      .notNull()
      .references(() => readings.id),
    position: integer("position").notNull(),
    kind: text("kind").$type<"reading" | "finding">().notNull(),
    severity: text("severity").$type<Severity>().notNull(),
    rule: text("rule").notNull(),
    reason: text("reason").notNull(),
    planPosition: integer("plan_position"),
    /** The priority goal that `pointer` leads into. */
    goalPosition: integer("goal_position"),
    pointer: text("pointer"),
    span: spanColumn("span"),
  },
  (table) => [
    primaryKey({ columns: [table.readingId, table.position] }),
    foreignKey({ columns: [table.readingId, table.planPosition], foreignColumns: [plans.readingId, plans.position] }),
    foreignKey({
      columns: [table.readingId, table.planPosition, table.goalPosition],
      foreignColumns: [priorityGoals.readingId, priorityGoals.planPosition, priorityGoals.position],
    }),
    check("messages_kind", sql`kind in ('reading', 'finding')`),
    check("messages_severity", sql`severity in ('error', 'warning', 'note')`),
    check("messages_rule", sql`rule <> '' and rule not glob '*[^a-z0-9-]*'`),
    check("messages_span", sql`span is null or json_valid(span)`),
  ],
);
