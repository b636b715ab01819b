import { z } from "zod";
import { LENGTHS, LIMITS } from "@/lib/domain/limits";

/** What `format` says in a file of this form. */
export const PLAN_FORMAT = "ayumi-plan/1";

/** A text that the source may lack: `null` then, never empty. */
const absent = (title: string, longest: number, description?: string) =>
  z
    .string()
    .min(1)
    .max(longest)
    .nullish()
    .transform((value) => value ?? null)
    .meta(describe(title, description));
const text = (title: string, longest: number) => z.string().max(longest).meta({ title });
const list = <Item extends z.ZodType>(item: Item, title: string, most: number) =>
  z
    .array(item)
    .max(most)
    .nullish()
    .transform((items) => items ?? [])
    .meta({ title });
const percent = (title: string, description: string) =>
  z
    .number()
    .min(0)
    .max(1000)
    .nullish()
    .transform((value) => value ?? null)
    .meta({ title, description });

const officer = z
  .strictObject({ post: text("職", LENGTHS.name), name: text("氏名", LENGTHS.name), duty: absent("担当", LENGTHS.name) })
  .meta({ id: "Officer", title: "部長・監・理事" });

const ratingScaleEntry = z
  .strictObject({
    rating: z.string().min(1).max(LENGTHS.rating).meta({ title: "記号", description: "記号のない区分では名称そのもの" }),
    label: absent("名称", LENGTHS.name),
    criterion: absent("基準", LENGTHS.narrative),
    min: percent("下限（％）", "この値以上"),
    max: percent("上限（％）", "この値未満。下限と同じなら、ちょうどその値"),
  })
  .meta({ id: "RatingScaleEntry", title: "達成度の区分" });

const policyGoal = z
  .strictObject({ code: absent("番号", LENGTHS.name), name: text("名称", LENGTHS.title) })
  .nullish()
  .transform((value) => value ?? null)
  .meta({ title: "目標", description: "重点目標が属する、市の計画の目標" });

const assessments = z
  .array(
    z
      .strictObject({
        occasion: z.string().min(1).max(LENGTHS.name).meta({ title: "時点・評価者", description: "資料にあるまま。中間、最終、二次評価など" }),
        rating: absent("達成度", LENGTHS.rating, "ratingScale の記号。評価がなければ null"),
      })
      .meta({ id: "Assessment", title: "複数回の評価の一つ" }),
  )
  .min(1)
  .max(LIMITS.assessments)
  .optional()
  .meta({ title: "複数回の評価", description: "同じものが二回以上評価されたときだけ記載する" });

const target = z
  .strictObject({
    text: text("今年度の達成目標", LENGTHS.narrative),
    achievement: absent("達成状況", LENGTHS.narrative),
    rating: absent("達成度", LENGTHS.rating, "ratingScale の記号。評価がなければ null。複数回評価されたときは最終のもの"),
    assessments,
  })
  .meta({ id: "Target", title: "今年度の達成目標" });

const initiative = z
  .strictObject({
    text: text("具体的取組", LENGTHS.narrative),
    reportedResult: absent("具体的な取組実績", LENGTHS.narrative),
    responsibleUnit: absent("所管室・課", LENGTHS.title),
    rating: z.string().min(1).max(LENGTHS.rating).optional().meta({ title: "達成度", description: "ratingScale の記号。取組を評価しない様式では記載しない" }),
    assessments,
  })
  .meta({ id: "Initiative", title: "具体的取組" });

const priorityGoal = z
  .strictObject({
    number: z.int().min(0).max(9999).meta({ title: "番号" }),
    policyGoal,
    policyArea: absent("分野", LENGTHS.name),
    title: text("重点目標", LENGTHS.title),
    listedRating: absent("一覧の達成度", LENGTHS.rating, "ratingScale の記号。評価がなければ null"),
    overallRating: absent("全体の達成度", LENGTHS.rating, "ratingScale の記号。評価がなければ null"),
    overallAssessment: absent("総合評価・総括", LENGTHS.narrative),
    futureConsiderations: absent("今後検討すべきこと", LENGTHS.narrative),
    targets: list(target, "今年度の達成目標", LIMITS.targets),
    initiatives: list(initiative, "具体的取組", LIMITS.initiatives),
    assessments,
  })
  .meta({ id: "PriorityGoal", title: "重点目標" });

/** One plan in the interchange form. Its output is a `DepartmentPlan` with `format`. */
export const planSchema = z
  .strictObject({
    $schema: z.string().max(LENGTHS.title).optional().meta({ title: "この JSON Schema の場所" }),
    format: z.literal(PLAN_FORMAT).meta({ title: "形式と版" }),
    municipality: z.string().min(1).max(LENGTHS.municipality).nullish().meta({ title: "自治体", description: "なければ、取り込む側の設定による" }),
    department: z.string().min(1).max(LENGTHS.department).meta({ title: "部" }),
    fiscalYear: z.int().min(1868).max(2200).meta({ title: "年度", description: "西暦。令和7年度は 2025" }),
    title: absent("表題", LENGTHS.title),
    stage: z.enum(["plan", "evaluated"]).meta({ title: "段階", description: "plan は年度当初、evaluated は評価後" }),
    officers: list(officer, "部長・監・理事", LIMITS.officers),
    basicPolicy: list(text("段落", LENGTHS.narrative), "基本方針", LIMITS.paragraphs),
    ratingScale: list(ratingScaleEntry, "達成度について", LIMITS.scaleEntries),
    priorityGoals: list(priorityGoal, "重点目標", LIMITS.goals),
  })
  .meta({ id: "DepartmentPlan", title: "運営方針" });

const fileSchema = z.union([planSchema, z.array(planSchema).min(1).max(LIMITS.plans)]);

/** The published JSON Schema, `ayumi-plan-1.schema.json`, of a file with one plan or an array of plans. */
export function planJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(fileSchema, { target: "draft-7", io: "input" });
  return {
    $schema,
    $id: "ayumi-plan-1.schema.json",
    title: "あゆみ 運営方針 JSON（ayumi-plan/1）",
    description: "一つの運営方針、または運営方針の配列。記載のない項目は null とする。",
    ...schema,
  };
}

function describe(title: string, description?: string): { title: string; description?: string } {
  return description ? { title, description } : { title };
}
