import path from "node:path";
import { printPlanObject } from "@/lib/document/plan-json";
import type { Encoding, Newline, Reading } from "@/lib/domain/reading";
import { shortHash } from "@/lib/domain/short-hash";
import { ja } from "@/lib/texts/ja";
import type { HeldDocument } from "../intake/intake";
import { describeMessage } from "../printed-message";
import { printPath, relativePath } from "../printed-path";
import type { FileOutcome, IngestResult } from "./ingest";
import type { DecisionsOutcome } from "./ingest-decisions";

const OUTCOMES = { added: "追加", unchanged: "変更なし", held: "保留", refused: "拒否" } as const;

const ENCODINGS: Record<Encoding, string> = {
  "utf-8": "UTF-8",
  "utf-8-bom": "UTF-8（BOM 付き）",
  "utf-16le": "UTF-16LE",
  "utf-16be": "UTF-16BE",
  shift_jis: "Shift_JIS",
  "euc-jp": "EUC-JP",
};

const NEWLINES: Record<Newline, string> = { lf: "LF", crlf: "CRLF", cr: "CR", mixed: "改行混在", none: "改行なし" };

/** `file:line:column rule reason` for each message and finding, then one line for the file. */
export function describeOutcome(outcome: FileOutcome, check = false): string[] {
  const file = printPath(outcome.file);
  const held = outcome.outcome === "held" ? outcome.reasons : [];
  const places = outcome.reading?.source?.places;
  const found = [...held, ...outcome.messages, ...(outcome.reading?.findings ?? [])].map((message) => describeMessage(file, message, places));
  const heading = check && outcome.outcome === "added" ? "確認" : OUTCOMES[outcome.outcome];
  const reading = outcome.reading && outcome.outcome !== "refused" ? `（${describeReading(outcome.reading)}）` : "";
  return [...found, `${heading} ${file}${reading}`];
}

function describeReading({ encoding, newline, coverage, source }: Reading): string {
  const read = coverage.lines - coverage.blank - coverage.notUnderstood;
  const lines = `${coverage.lines}行のうち 読み取り ${read}・空行 ${coverage.blank}・読み取れない ${coverage.notUnderstood}`;
  return source ? `${ja.format[source.format]}、${lines}` : `${ENCODINGS[encoding]}、${NEWLINES[newline]}、${lines}`;
}

/** The messages about the decisions, then one line for their file; nothing about a file without decisions or news. */
export function describeDecisions({ file, outcome, decisions, added, messages }: DecisionsOutcome, check = false): string[] {
  const name = printPath(file);
  const found = messages.map((message) => describeMessage(name, message));
  if (outcome === "unchanged" && decisions === 0) return found;
  const heading = check && outcome === "added" ? "確認" : OUTCOMES[outcome];
  const news = outcome === "added" && added < decisions ? `、うち新しいもの ${added}件` : "";
  return [...found, `${heading} ${name}${outcome === "refused" ? "" : `（継続についての判断 ${decisions}件${news}）`}`];
}

/** The last lines of an ingest. */
export function describeResult({ added, unchanged, held, refused, reread, kept, dataset }: IngestResult): string[] {
  const waiting = held > 0 ? `、保留 ${held}` : "";
  const again = reread > 0 ? `、読み直し ${reread}` : "";
  return [
    ...kept.flatMap(({ fileName, reasons }) => [
      ...reasons.map((reason) => describeMessage(printPath(fileName), reason)),
      `前の読み取りのまま ${printPath(fileName)}（新しい読み取りには確かめるべき所があります）`,
    ]),
    `追加 ${added}、変更なし ${unchanged}${waiting}、拒否 ${refused}${again}`,
    dataset ? `データ版 ${dataset}` : "データ版 なし",
  ];
}

/** What is held, a line each, and how to go on; nothing where nothing is. */
export function describeHeld(held: readonly HeldDocument[]): string[] {
  if (held.length === 0) return [];
  return [
    `保留 ${held.length}件（公開していません。読み取りが正しいか確かめてください）`,
    ...held.map(
      ({ id, fileName, reasons }) =>
        `  ${shortHash(id)} ${printPath(fileName)}：${reasons[0]!.reason}${reasons.length > 1 ? `（ほか${reasons.length - 1}件）` : ""}`,
    ),
    `  詳しく見るには npm run intake -- show ${shortHash(held[0]!.id)}、取り込むには accept、取り下げるには discard を使います。`,
  ];
}

/** Names that stand for all that were refused for one reason. */
const NAMED = 3;

/** Why files were refused, a line each reason, with the first files; nothing where one file or none was. */
export function describeRefused(refused: readonly FileOutcome[]): string[] {
  if (refused.length < 2) return [];
  const byRule = new Map<string, FileOutcome[]>();
  for (const file of refused) {
    const { rule, reason } = file.reasons[0]!;
    // Of a file of another program the reason says which, and what to do.
    const key = rule === "foreign-file" ? reason : rule;
    byRule.set(key, [...(byRule.get(key) ?? []), file]);
  }
  return [
    `拒否 ${refused.length}件（取り込んでいません）`,
    ...[...byRule.values()]
      .toSorted((one, other) => other.length - one.length)
      .map((files) => {
        const names = files.slice(0, NAMED).map(({ file }) => path.basename(file));
        const more = files.length > NAMED ? `ほか${files.length - NAMED}件` : "";
        return `  ${files.length}件（${printPath(names.join("、"))}${more}）：${files[0]!.reasons[0]!.reason}`;
      }),
  ];
}

/** What `--check --json` prints for a file. */
export function checkJson({ file, outcome, reading, messages, reasons }: FileOutcome) {
  return {
    file: relativePath(file),
    verdict: outcome === "added" ? "stored" : outcome,
    reasons,
    encoding: reading && !reading.source ? reading.encoding : null,
    newline: reading && !reading.source ? reading.newline : null,
    ...(reading?.source && { format: reading.source.format }),
    plans: reading?.plans.map(({ plan }) => printPlanObject(plan)) ?? [],
    messages,
    findings: reading?.findings ?? [],
    coverage: reading?.coverage ?? { lines: 0, blank: 0, field: 0, heading: 0, separator: 0, decoration: 0, notUnderstood: 0 },
  };
}

/** What `--json` prints for a file that was to be stored. */
export function outcomeJson({ file, outcome, documentId, reading, messages, reasons }: FileOutcome) {
  return {
    file: relativePath(file),
    outcome,
    reasons,
    document: documentId,
    encoding: reading && !reading.source ? reading.encoding : null,
    newline: reading && !reading.source ? reading.newline : null,
    ...(reading?.source && { format: reading.source.format }),
    messages,
    findings: reading?.findings ?? [],
    coverage: reading?.coverage ?? null,
  };
}
