import { z } from "zod";
import { LENGTHS, LIMITS } from "@/lib/domain/limits";
import { expandPattern } from "./pattern";

/** What `format` says in a form's definition. */
const FORM_FORMAT = "ayumi-form/1";

/** The fields that a form may have headings for, each with what it is. */
export const FORM_FIELDS = {
  municipality: "市町村。設定と違えば、その資料を保留する",
  year: "年度",
  department: "部。違う部の名前は、次の運営方針の始まりになる",
  officer: "部長などの職。隣の欄が氏名になる",
  basicPolicy: "基本方針",
  goals: "重点目標の一覧、または番号付きの重点目標（重点目標1）",
  goal: "重点目標。その値が名称になり、次の重点目標が始まる",
  scale: "達成度の区分の一覧",
  number: "番号",
  policyGoal: "目標（市の計画の柱）",
  policyArea: "分野",
  target: "今年度の達成目標。次の達成目標が始まる",
  achievement: "達成状況",
  rating: "達成目標の達成度",
  initiative: "具体的取組。次の取組が始まる",
  result: "具体的な取組実績",
  unit: "所管室・課",
  initiativeRating: "具体的取組の達成度",
  assessment: "総合評価・総括",
  overallRating: "全体の達成度",
  future: "今後検討すべきこと",
} as const;

export type FormField = keyof typeof FORM_FIELDS;

const pattern = z
  .string()
  .min(1)
  .max(LENGTHS.title)
  .superRefine((text, { addIssue }) => {
    try {
      expandPattern(text);
    } catch (error) {
      addIssue({ code: "custom", message: (error as Error).message });
    }
  });
const patterns = (title: string, description?: string) =>
  z
    .array(pattern)
    .max(500)
    .meta(description ? { title, description } : { title });

const fields = Object.keys(FORM_FIELDS) as [FormField, ...FormField[]];

const scaleEntry = z.strictObject({
  rating: z.string().min(1).max(LENGTHS.rating).meta({ title: "記号" }),
  label: z.string().min(1).max(LENGTHS.name).nullable().default(null).meta({ title: "名称" }),
  criterion: z.string().min(1).max(LENGTHS.narrative).nullable().default(null).meta({ title: "基準" }),
  min: z.number().min(0).max(1000).nullable().default(null).meta({ title: "下限（％）" }),
  max: z.number().min(0).max(1000).nullable().default(null).meta({ title: "上限（％）" }),
  aliases: z.array(z.string().min(1).max(LENGTHS.rating)).max(20).default([]).meta({ title: "同じ意味で書かれるもの" }),
  outside: z.boolean().default(false).meta({ title: "よい・悪いの順の外にある（評価の対象外など）" }),
});

/** The definition of a form that a city prints its plans on. */
export const formSchema = z.strictObject({
  $schema: z.string().max(LENGTHS.title).optional().meta({ title: "この JSON Schema の場所" }),
  format: z.literal(FORM_FORMAT).meta({ title: "形式と版" }),
  name: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "半角の英小文字と数字、間の「-」だけで書きます")
    .max(60)
    .meta({ title: "名前", description: "ファイルの名前（拡張子を除く）と同じ" }),
  label: z.string().min(1).max(LENGTHS.title).meta({ title: "何の様式か" }),
  titleWords: patterns("表題の語", "これを含み、年度か部の名前のある行を表題と読む").min(1),
  headings: z
    .partialRecord(z.enum(fields), z.array(pattern).max(200))
    .meta({ title: "見出し", description: "欄ごとに、その欄を表す見出し。角括弧の中は省いてもよく、{甲,乙} はどちらか" }),
  weak: patterns("ありふれた語", "この見出しは、同じ欄に値が続くときは見出しと読まない").default([]),
  ignored: patterns("読まない欄", "この見出しの下は、知らせることなく読み飛ばす").default([]),
  reported: patterns("ほかの欄の見出し", "前の欄をここで終わらせ、その下は読み取れない所として知らせる").default([]),
  ratingScale: z
    .array(scaleEntry)
    .max(LIMITS.scaleEntries)
    .default([])
    .meta({ title: "達成度の区分", description: "よいものから順に書く。資料に区分の一覧がないとき、これで読む" }),
});

/** The published JSON Schema, `ayumi-form-1.schema.json`. */
export function formJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(formSchema, { target: "draft-7", io: "input" });
  return {
    $schema,
    $id: "ayumi-form-1.schema.json",
    title: "あゆみ 様式の定義（ayumi-form/1）",
    description: `市の様式の見出しと達成度の区分。欄は次のとおり。${Object.entries(FORM_FIELDS)
      .map(([field, what]) => `${field}：${what}`)
      .join("／")}`,
    ...schema,
  };
}
