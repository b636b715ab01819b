import path from "node:path";
import { parseArgs } from "node:util";
import { openDatabase } from "../client";
import { CommandError, runCommand } from "../command";
import { DOCUMENTS_FOLDER, homeMunicipality } from "../config";
import { migrateDatabase } from "../migrate";
import { printPath } from "../printed-path";
import { checkFile, ingestFiles, type FileOutcome } from "./ingest";
import { createProgress } from "./progress";
import { checkJson, describeOutcome, describeResult, outcomeJson } from "./report";
import { listSourceFiles, MissingPathError } from "./source-files";

const USAGE = `使い方: npm run ingest -- [--check] [--json] [ファイルまたはフォルダ …]
  文書を読み取り、データベースに取り込みます。何も指定しなければ db/documents を取り込みます。
  --check  読み取って確かめるだけで、何も書き込みません
  --json   結果を JSON で出力します（--check とともに使うと、読み取った内容を出力します）
終了コード: 0 すべて取り込んだ、1 拒否した文書がある、2 使い方の誤り`;

interface Arguments {
  check: boolean;
  json: boolean;
  help: boolean;
  paths: string[];
}

/** Runs `npm run ingest` and answers its exit code: 0 all stored, 1 a file refused or the store failed, 2 wrong usage. */
export async function runIngest(args: readonly string[]): Promise<number> {
  return runCommand(async () => {
    const options = parse(args);
    if (options.help) {
      console.log(USAGE);
      return 0;
    }
    const files = await listFiles(options.paths);
    if (files.length === 0) console.error("取り込む文書がありません。");
    return options.check ? checkFiles(files, options.json) : storeFiles(files, options.json);
  });
}

async function listFiles(paths: readonly string[]): Promise<string[]> {
  try {
    return await listSourceFiles(paths.length > 0 ? paths.map(resolvePath) : [DOCUMENTS_FOLDER]);
  } catch (error) {
    if (error instanceof MissingPathError) throw new CommandError(`「${printPath(error.message)}」が見つからないか、読めません。\n${USAGE}`, 2);
    throw error;
  }
}

async function checkFiles(files: readonly string[], json: boolean): Promise<number> {
  let refused = false;
  const printed: object[] = [];
  for (const file of files) {
    const outcome = await checkFile(file, homeMunicipality());
    refused ||= outcome.outcome === "refused";
    if (json) printed.push(checkJson(outcome));
    else console.log(describeOutcome(outcome, true).join("\n"));
  }
  if (json) printJson(files.length === 1 ? printed[0]! : printed);
  return refused ? 1 : 0;
}

async function storeFiles(files: readonly string[], json: boolean): Promise<number> {
  const printed: object[] = [];
  const progress = createProgress(json ? 0 : files.length);
  const onFile = (outcome: FileOutcome) => {
    if (json) printed.push(outcomeJson(outcome));
    else progress.step(describeOutcome(outcome));
  };
  const db = await openDatabase();
  try {
    await migrateDatabase(db);
    const result = await ingestFiles(db, files, { municipality: homeMunicipality(), onFile });
    progress.stop();
    if (json) printJson({ ...result, files: printed });
    else console.log(describeResult(result).join("\n"));
    return result.refused > 0 ? 1 : 0;
  } finally {
    progress.stop();
    db.$client.close();
  }
}

function parse(args: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { check: { type: "boolean" }, json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
    return { check: values.check ?? false, json: values.json ?? false, help: values.help ?? false, paths: positionals };
  } catch (error) {
    const option = /'(-[^' ]*)/.exec((error as Error).message)?.[1] ?? "";
    throw new CommandError(`オプション ${option} は使えません。\n${USAGE}`, 2);
  }
}

/** npm runs scripts in the project's top, whichever folder the user is in. */
function resolvePath(named: string): string {
  const isTop = process.env.npm_lifecycle_event !== undefined && process.env.INIT_CWD?.startsWith(process.cwd() + path.sep);
  return path.resolve(isTop ? process.env.INIT_CWD! : process.cwd(), named);
}

function printJson(value: object): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
