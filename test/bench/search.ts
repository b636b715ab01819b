/**
 * Ways to search Japanese texts, weighed against one another: `npm run bench:search -- [--goals N] [--chosen] [DIR]`. Goals are
 * made by recombining sentences: of the benchmark for continuations in DIR (行政事業レビューシートLOD, JUDGIT!, CC BY
 * 4.0; a vocabulary of thousands of programmes), else of the documents in db/documents. `--chosen` measures the design
 * that is in use alone.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { createClient } from "@libsql/client";
import { readDocument } from "@/lib/document/read";
import { foldForSearch } from "@/lib/search/form";
import { readBenchmark } from "../continuation/programmes";
import { SEARCH_DESIGNS, type SearchDesign } from "./search-designs";
import { printTime } from "./table";

/** Characters of one goal's texts, about what the real documents have. */
const GOAL_LENGTH = 900;
const LENGTHS = [1, 2, 4, 10];
const WORDS = 60;
/** Texts that one transaction takes in, and ids that one search lists. */
const BATCH = 500;
const MOST = 501;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { goals: { type: "string", default: "5000" }, chosen: { type: "boolean" } } });
const goals = Number(values.goals);
if (!Number.isInteger(goals) || goals < BATCH || positionals.length > 1)
  throw new Error(`usage: npm run bench:search -- [--goals N, at least ${BATCH}] [--chosen] [DIR]`);
const sentences = positionals[0] ? readProgrammeSentences(positionals[0]) : readDocumentSentences();
const words = pickWords();
let expected: string | null = null;
console.log(`${goals} goals of about ${GOAL_LENGTH} characters from ${sentences.length} sentences; ${WORDS} words of each length; at most ${MOST} ids\n`);
console.log(["design".padEnd(56), "index", "a goal", ...LENGTHS.map((length) => `p95, ${length} ch.`), "largest"].join("\t"));
for (const design of SEARCH_DESIGNS.slice(0, values.chosen ? 1 : undefined)) console.log((await measure(design)).join("\t"));

async function measure(design: SearchDesign): Promise<string[]> {
  const folder = mkdtempSync(path.join(tmpdir(), "ayumi-search-"));
  const file = path.join(folder, "search.db");
  const client = createClient({ url: pathToFileURL(file).href, concurrency: 1 });
  try {
    for (const statement of [
      "pragma journal_mode = wal",
      "pragma synchronous = normal",
      "create table texts (id integer primary key, text text not null) strict",
      ...design.create,
    ]) {
      await client.execute(statement);
    }
    let sourceBytes = 0;
    let spent = 0;
    for (let from = 0; from < goals; from += BATCH) {
      const texts = Array.from({ length: Math.min(BATCH, goals - from) }, (_, index) => makeText(from + index));
      sourceBytes += texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
      await client.batch([{ sql: "insert into texts select ? + key, value from json_each(?)", args: [from, JSON.stringify(texts)] }], "write");
      const began = performance.now();
      await client.batch(design.add(from, texts), "write");
      spent += performance.now() - began;
    }
    const names = JSON.stringify(design.tables.flatMap((name) => [name, `${name}_data`, `${name}_idx`, `${name}_config`]));
    const { rows } = await client.execute({ sql: "select sum(pgsize) from dbstat where name in (select value from json_each(?))", args: [names] });
    const found: string[] = [];
    const times = new Map<number, number[]>();
    for (const word of words) {
      const began = performance.now();
      const ids = await design.find(client, word, MOST);
      times.set([...word].length, [...(times.get([...word].length) ?? []), performance.now() - began]);
      found.push(`${word} ${ids.length}`);
    }
    expected ??= found.join("\n");
    if (expected !== found.join("\n"))
      console.error(`${design.name} finds something else: ${found.find((line, index) => line !== expected!.split("\n")[index])}`);
    const ordered = LENGTHS.map((length) => times.get(length)!.sort((a, b) => a - b));
    return [
      design.name.padEnd(56),
      `${(Number(rows[0]![0]) / sourceBytes).toFixed(2)} ×`,
      printTime(spent / goals),
      ...ordered.map((list) => printTime(list[Math.ceil(list.length * 0.95) - 1]!)),
      printTime(Math.max(...ordered.flat())),
    ];
  } finally {
    client.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same text for the same number, of sentences chosen by it. */
function makeText(index: number): string {
  let text = "";
  for (let part = 0; text.length < GOAL_LENGTH; part += 1) text += sentences[mix(index * 1009 + part) % sentences.length]!;
  return text;
}

/** Stretches of the texts, letters and digits only, each of at least one result; and for each length some that no text holds. */
function pickWords(): string[] {
  return LENGTHS.flatMap((length) => {
    const picked: string[] = [];
    for (let at = 0; picked.length < WORDS; at += 1) {
      const form = [...foldForSearch(makeText(mix(at) % goals))];
      const start = mix(at + 77) % form.length;
      const word = form.slice(start, start + length).join("");
      if ([...word].length === length && /^[\p{L}\p{N}]+$/u.test(word)) picked.push(word);
    }
    return picked;
  });
}

/** Spreads a number over 32 bits. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

function readProgrammeSentences(directory: string): string[] {
  const { predecessors, successors } = readBenchmark(directory);
  return split([...predecessors, ...successors].flatMap(({ title, purpose, summary, responsibleUnit }) => [title, purpose, summary, responsibleUnit]));
}

function readDocumentSentences(): string[] {
  const files = readdirSync("db/documents")
    .map((name) => path.join("db/documents", name))
    .filter((file) => statSync(file).isFile());
  const plans = files.flatMap((file) => readDocument(readFileSync(file), { municipality: "架空市" }).plans.map(({ plan }) => plan));
  return split(
    plans.flatMap(({ priorityGoals }) =>
      priorityGoals.flatMap((goal) => [
        ...[goal.title, goal.overallAssessment ?? "", goal.futureConsiderations ?? ""],
        ...goal.targets.flatMap(({ text, achievement }) => [text, achievement ?? ""]),
        ...goal.initiatives.flatMap(({ text, reportedResult }) => [text, reportedResult ?? ""]),
      ]),
    ),
  );
}

function split(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.split(/(?<=[。\n])/)).filter((text) => text.trim().length > 1))];
}
