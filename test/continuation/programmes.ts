import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Item } from "@/lib/continuation/item";

/** A programme review sheet (行政事業レビューシートLOD, JUDGIT!, github.com/judgit/data, CC BY 4.0). */
export interface Programme {
  id: string;
  organization: string;
  department: string;
  responsibleUnit: string;
  title: string;
  purpose: string;
  summary: string;
}

/** Programmes of two years with their known links: `successors` by predecessor id, `renamed` predecessors. */
export interface Benchmark {
  predecessors: Programme[];
  successors: Programme[];
  known: ReadonlyMap<string, ReadonlySet<string>>;
  renamed: ReadonlySet<string>;
}

/**
 * Reads the benchmark from its directory.
 *
 * @throws {Error} naming the file that is missing or the line that cannot be read
 */
export function readBenchmark(directory: string): Benchmark {
  const known = new Map<string, Set<string>>();
  const renamed = new Set<string>();
  const lines = readBytes(directory, "continuations-2015-2019.csv").toString("utf8").trim().split(/\r?\n/);
  for (const line of lines.slice(1)) {
    const [predecessor, successor, isRenamed] = line.split(",");
    if (!predecessor || !successor) throw new Error(`continuations-2015-2019.csv: not a link: "${line}"`);
    known.set(predecessor, (known.get(predecessor) ?? new Set()).add(successor));
    if (isRenamed === "1") renamed.add(predecessor);
  }
  return {
    predecessors: readProgrammes(directory, "programmes-2015.ndjson.gz"),
    successors: readProgrammes(directory, "programmes-2019.ndjson.gz"),
    known,
    renamed,
  };
}

/** A programme as an item of its organization. */
export function toItem({ id, organization, title, purpose, summary, responsibleUnit }: Programme): Item {
  return { id, group: organization, title, texts: [purpose, summary], unit: responsibleUnit };
}

function readProgrammes(directory: string, name: string): Programme[] {
  const lines = gunzipSync(readBytes(directory, name)).toString("utf8").trim().split("\n");
  return lines.map((line, index) => {
    try {
      const programme = JSON.parse(line) as Programme & { id: number | string };
      return { ...programme, id: String(programme.id) };
    } catch (error) {
      throw new Error(`${name}:${index + 1} is not JSON`, { cause: error });
    }
  });
}

function readBytes(directory: string, name: string): Buffer {
  const path = join(directory, name);
  if (!existsSync(path)) throw new Error(`no such file: "${path}" (the benchmark's directory is the one argument)`);
  return readFileSync(path);
}
