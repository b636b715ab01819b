import { parseArgs } from "node:util";
import type { Level } from "@/lib/domain/continuation";
import { LINK_KINDS } from "@/lib/domain/continuing";
import type { DecisionVerb } from "@/lib/domain/decision";
import { continuationJa } from "@/lib/texts/continuation-ja";
import { CommandError } from "../command";
import { decisionsFile } from "../config";
import type { DecisionStatement } from "../decision-event";
import { resolvePath } from "../named-path";
import { levelOf } from "./decisions-file";
import { END_KINDS } from "./decisions-schema";

export const USAGE = `使い方: npm run continuations -- list [--level goal|initiative] [--from 年度] [--to 年度]
       npm run continuations -- why 前の番号 後の番号
       npm run continuations -- confirm 前の番号 後の番号 --by 氏名 --reason 理由 [--kind 種類]
       npm run continuations -- reject 前の番号 後の番号 --by 氏名 --reason 理由
       npm run continuations -- add 前の番号 後の番号 --by 氏名 --reason 理由 [--kind 種類]
       npm run continuations -- end 番号 --kind 種類 --by 氏名 --reason 理由
       npm run continuations -- undo 前の番号 [後の番号] --by 氏名 --reason 理由
  最新のデータ版の継続を一覧し、根拠を示し、判断をデータフォルダの decisions/continuations.json の末尾に記録します。
  番号は 2025-policy-promotion-4（重点目標）や 2025-policy-promotion-4-i1（その1つめの具体的取組）です。
  end は、続くものがなく終了したという判断です。undo は、その組（後の番号がなければ、その終了）についての判断を取り消します。
  間に資料のある年度をまたぐ組についても判断できます。list は、そのような二つの年度では、間の年度をたどったつながりを示します。
  --kind       ${listKinds(LINK_KINDS, continuationJa.kind)}。end では ${listKinds(END_KINDS, continuationJa.endKind)}
  --decisions  判断をこのファイルに記録します
終了コード: 0 できた、1 できなかった、2 使い方の誤り`;

/** What the command is asked to do; years are as western years. */
export type Request =
  | { what: "help" }
  | { what: "list"; levels: Level[]; from: number | null; to: number | null }
  | { what: "why"; keys: [string, string] }
  | { what: "decide"; statement: Omit<DecisionStatement, "decidedOn">; file: string };

const LEVELS: readonly Level[] = ["goal", "initiative"];
const OPTIONS = ["level", "from", "to", "by", "reason", "kind", "decisions"] as const;
const TAKES: Record<string, readonly (typeof OPTIONS)[number][]> = {
  list: ["level", "from", "to"],
  why: [],
  confirm: ["by", "reason", "kind", "decisions"],
  reject: ["by", "reason", "decisions"],
  add: ["by", "reason", "kind", "decisions"],
  end: ["by", "reason", "kind", "decisions"],
  undo: ["by", "reason", "decisions"],
};

/** Reads the command's arguments. Throws a `CommandError` with the usage where they are wrong. */
export function readRequest(args: readonly string[]): Request {
  const { values, positionals } = parse(args);
  const [verb, ...keys] = positionals;
  if (values.help || verb === undefined) {
    if (values.help) return { what: "help" };
    throw new CommandError(USAGE, 2);
  }
  const taken = TAKES[verb];
  if (!taken) throw misuse(`「${verb}」という操作はありません。`);
  const foreign = OPTIONS.find((name) => values[name] !== undefined && !taken.includes(name));
  if (foreign) throw misuse(`${verb} に --${foreign} は使えません。`);
  if (verb === "list") {
    if (keys.length > 0) throw misuse(`list に「${keys[0]}」は使えません。`);
    const level = readOneOf("level", values.level, LEVELS);
    return { what: "list", levels: level ? [level] : [...LEVELS], from: readYear("from", values.from), to: readYear("to", values.to) };
  }
  const [predecessor, successor = null] = keys;
  if (verb === "end" ? keys.length !== 1 : keys.length !== 2 && !(verb === "undo" && keys.length === 1)) {
    throw misuse(verb === "end" ? "end には、番号を一つ指定してください。" : `${verb} には、前の年度と後の年度の番号を一つずつ指定してください。`);
  }
  if (verb === "why") return { what: "why", keys: keys as [string, string] };
  const { by, reason } = values;
  if (!by?.trim() || !reason?.trim()) throw misuse(`${verb} には、--by と --reason が必要です。`);
  const kind = readOneOf("kind", values.kind, verb === "end" ? END_KINDS : LINK_KINDS);
  if (verb === "end" && kind === null) throw misuse(`end には、--kind が必要です（${END_KINDS.join("、")}）。`);
  const file = values.decisions === undefined ? decisionsFile() : resolvePath(values.decisions);
  const statement = {
    decision: verb as DecisionVerb,
    level: levelOf(predecessor!),
    predecessor: predecessor!,
    successor,
    kind,
    reason: reason.trim(),
    decidedBy: by.trim(),
  };
  return { what: "decide", statement, file };
}

function parse(args: readonly string[]) {
  const string = { type: "string" } as const;
  const options = {
    level: string,
    from: string,
    to: string,
    by: string,
    reason: string,
    kind: string,
    decisions: string,
    help: { type: "boolean", short: "h" },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw misuse(`オプション ${/(--?[^' ]*)/.exec((error as Error).message)?.[1] ?? ""} の使い方が正しくありません。`);
  }
}

function readOneOf<T extends string>(name: string, value: string | undefined, known: readonly T[]): T | null {
  if (value === undefined) return null;
  if (!known.includes(value as T)) throw misuse(`--${name}「${value}」は使えません（${known.join("、")}）。`);
  return value as T;
}

function readYear(name: string, value: string | undefined): number | null {
  if (value === undefined) return null;
  if (!/^\d{4}$/.test(value)) throw misuse(`--${name}「${value}」は使えません。令和7年度は 2025 とします。`);
  return Number(value);
}

function misuse(sentence: string): CommandError {
  return new CommandError(`${sentence}\n${USAGE}`, 2);
}

function listKinds<Kind extends string>(kinds: readonly Kind[], words: Record<Kind, string>): string {
  return kinds.map((kind) => `${kind} ${words[kind]}`).join("、");
}
