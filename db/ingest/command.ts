import path from "node:path";
import { parseArgs } from "node:util";
import { openDatabase } from "../client";
import { DOCUMENTS_FOLDER, databaseUrl, homeMunicipality } from "../config";
import { describeFailure } from "../failure";
import { migrateDatabase } from "../migrate";
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
  let files: string[];
  let options: Arguments;
  try {
    options = parse(args);
    if (options.help) {
      console.log(USAGE);
      return 0;
    }
    files = await listSourceFiles(options.paths.length > 0 ? options.paths.map(resolvePath) : [DOCUMENTS_FOLDER]);
  } catch (error) {
    const reason = error instanceof MissingPathError ? `「${error.message}」が見つかりません。` : (error as Error).message;
    console.error(`${reason}\n${USAGE}`);
    return 2;
  }
  if (files.length === 0) console.error("取り込む文書がありません。");
  return options.check ? checkFiles(files, options.json) : storeFiles(files, options.json);
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
  const url = databaseUrl();
  const printed: object[] = [];
  const progress = createProgress(json ? 0 : files.length);
  const onFile = (outcome: FileOutcome) => {
    if (json) printed.push(outcomeJson(outcome));
    else progress.step(describeOutcome(outcome));
  };
  try {
    const db = await openDatabase(url);
    try {
      await migrateDatabase(db);
      const result = await ingestFiles(db, files, { municipality: homeMunicipality(), onFile });
      progress.stop();
      if (json) printJson({ ...result, files: printed });
      else console.log(describeResult(result).join("\n"));
      return result.refused > 0 ? 1 : 0;
    } finally {
      db.$client.close();
    }
  } catch (error) {
    progress.stop();
    const failure = describeFailure(error, url);
    if (failure === null) throw error;
    console.error(failure);
    return 1;
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
    throw new Error(`オプション ${option} は使えません。`);
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
