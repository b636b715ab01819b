import { z } from "zod";
import { LINK_KINDS } from "@/lib/domain/continuing";
import type { EndKind } from "@/lib/domain/decision";

/** What `format` says in a file of decisions. */
export const DECISIONS_FORMAT = "ayumi-decisions/1";

/** A goal's or an initiative's public id; an initiative's ends with `-i` and its number. */
const KEY = /^(m[0-9a-z]{8}-)?[0-9]{4}-[0-9a-z-]+-[0-9]+[0-9a-z]*(-i[1-9][0-9]*)?$/;

const key = (title: string) =>
  z.string().regex(KEY, "重点目標か具体的取組の番号（2025-policy-promotion-4、2025-policy-promotion-4-i1 など）が必要です").meta({
    title,
    description: "サイトに出る番号。重点目標は 2025-policy-promotion-4、その1つめの具体的取組は 2025-policy-promotion-4-i1",
  });
const text = (title: string, description: string, longest: number) =>
  z.string().regex(/\S/, "空でない文字列が必要です").max(longest).meta({ title, description });

/** How an item may have ended. */
export const END_KINDS = ["achieved", "routine", "merged", "cancelled", "unknown"] as const satisfies readonly EndKind[];

const decision = z
  .strictObject({
    decision: z.enum(["confirm", "reject", "add", "end", "undo"]).meta({
      title: "判断",
      description: "confirm は確認、reject は却下、add は見つかっていない継続の追加、end は続くものがない終了、undo は前の判断の取り消し",
    }),
    level: z.enum(["goal", "initiative"]).meta({ title: "対象", description: "goal は重点目標どうし、initiative は具体的取組どうし" }),
    predecessor: key("前の年度の項目"),
    successor: key("後の年度の項目。end と、end を取り消す undo には書かない").optional(),
    kind: z
      .enum([...new Set([...LINK_KINDS, ...END_KINDS])])
      .optional()
      .meta({
        title: "種類",
        description:
          "continued は継続、merged は統合、split は分割、related は関連。confirm では種類を改める場合に、add では continued でない場合に書く。end では必ず書く：achieved は達成して終了、routine は定例業務へ、merged は統合、cancelled は取りやめ、unknown は不明",
      }),
    reason: text("理由", "そう判断した理由。サイトに出る", 2000),
    decidedBy: text("判断した人", "氏名または所属。サイトに出る", 100),
    decidedOn: z
      .string()
      .regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, "日付（2026-04-01 など）が必要です")
      .meta({ title: "判断した日", description: "2026-04-01 のように書く" }),
  })
  .meta({
    id: "Decision",
    title: "判断",
    description: "一度取り込んだ判断は、ここから消しても残る。改めるには新しい判断を末尾に加える。食い違う二つの判断は、後のものによる",
  });

/** A file of decisions about continuations. */
export const decisionsSchema = z.strictObject({
  $schema: z.string().optional().meta({ title: "この JSON Schema の場所" }),
  format: z.literal(DECISIONS_FORMAT).meta({ title: "形式と版" }),
  decisions: z.array(decision).meta({ title: "判断の一覧" }),
});

/** The published JSON Schema, `db/decisions/continuations.schema.json`. */
export function decisionsJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(decisionsSchema, { target: "draft-7", io: "input" });
  return {
    $schema,
    $id: "continuations.schema.json",
    title: "あゆみ 継続についての判断（ayumi-decisions/1）",
    description: "年度をまたぐ重点目標・具体的取組のつながりについて、担当者が確認・却下・追加・終了とした記録。npm run ingest で取り込む。",
    ...schema,
  };
}
