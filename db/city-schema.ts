import { z } from "zod";
import { LENGTHS } from "@/lib/domain/limits";

const NAME = "空でない名前が必要です";
const name = (title: string, longest: number) =>
  z
    .string()
    .regex(/^\S(?:.*\S)?$/, NAME)
    .max(longest)
    .meta({ title });
const department = name("部の名前。資料にあるとおりに書く", LENGTHS.department);

const reorganisation = z
  .strictObject({
    from: z.array(department).min(1).meta({ title: "前の部" }),
    to: z.array(department).min(1).meta({ title: "後の部" }),
    fiscalYear: z.int().min(1868).max(2200).meta({ title: "後の部になった年度", description: "令和5年度は 2023" }),
    note: name("根拠など", LENGTHS.title).optional(),
  })
  .meta({
    id: "Reorganisation",
    title: "部の再編",
    description: "一つから一つへは改称として、同じ部と数える。統合と分割では、関わる部をすべて合わせて比べる",
  });

/** What `ayumi.json` of a data folder says of its municipality. */
export const citySchema = z.strictObject({
  $schema: z.string().optional().meta({ title: "この JSON Schema の場所" }),
  municipality: name("資料を定めた市町村", LENGTHS.municipality),
  form: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "様式の名前（半角の英小文字・数字・「-」）が必要です")
    .optional()
    .meta({ title: "資料の様式の名前", description: "なければ柏原市の運営方針（kashiwara）。市の様式は forms フォルダの 名前.json" }),
  departments: z.array(department).default([]).meta({ title: "部の並び順", description: "書かれていない部は、資料に初めて出る順に、このあとに並ぶ" }),
  policyAreas: z
    .array(name("分野の名前。資料にあるとおりに書く", LENGTHS.name))
    .default([])
    .meta({ title: "分野の並び順", description: "書かれていない分野は、資料に初めて出る順に、このあとに並ぶ" }),
  reorganisations: z.array(reorganisation).default([]).meta({ title: "部の再編の一覧" }),
});

/** A data folder's `ayumi.json`, read and checked. */
export type City = Omit<z.output<typeof citySchema>, "$schema">;

/** The published JSON Schema, `db/ayumi.schema.json`. */
export function cityJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(citySchema, { target: "draft-7", io: "input" });
  return {
    $schema,
    $id: "ayumi.schema.json",
    title: "あゆみ データフォルダの ayumi.json",
    description: "どの市町村の資料か、部と分野をどの順に並べるか、部がどう再編されたか。npm start が始めに一度読む。",
    ...schema,
  };
}
