import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { findForm, homeForm } from "../city-form";
import { CommandError, runCommand } from "../command";
import { documentsFolder, homeMunicipality, decisionsFile as ownDecisions } from "../config";
import { withStore } from "../connection/open-store";
import { listHeld } from "../intake/intake";
import { migrateDatabase } from "../migrate";
import { resolvePath } from "../named-path";
import { describeForeignFolder, describeForeignStore } from "../own-folder";
import { printError, printText } from "../print";
import { printPath, relativePath } from "../printed-path";
import { explainReading } from "./explain";
import { checkFile, type FileOutcome, ingestFiles } from "./ingest";
import { checkDecisions } from "./ingest-decisions";
import { createProgress } from "./progress";
import { checkJson, describeDecisions, describeHeld, describeOutcome, describeRefused, describeResult, outcomeJson } from "./report";
import { listSourceFiles, MissingPathError } from "./source-files";
import { createStanding } from "./standing";

const USAGE = `使い方: npm run ingest -- [--check [--explain]] [--json] [--form 様式] [--decisions ファイル] [ファイルまたはフォルダ …]
  文書を読み取り、データベースに取り込みます。
  何も指定しなければ、データフォルダ（AYUMI_DATA、なければ db）の documents と、継続についての判断 decisions/continuations.json を取り込みます。
  --check      読み取って確かめるだけで、何も書き込みません
  --json       結果を JSON で出力します（--check とともに使うと、読み取った内容を出力します）
  --decisions  継続についての判断を、このファイルから取り込みます
  --form       文書の様式の名前（データフォルダの forms にある 名前.json、またはあゆみのもの。なければ ayumi.json の form）
  --explain    --check とともに使うと、一行ごとに、何として読んだかを示します
  読み取りが疑わしい文書は公開せず、保留します（npm run intake で確かめます）。
終了コード: 0 すべて取り込んだ、1 拒否または保留したファイルがある、2 使い方の誤り`;

interface Arguments {
  check: boolean;
  json: boolean;
  help: boolean;
  paths: string[];
  decisions: string | null;
  form: string | null;
  explain: boolean;
}

/** Runs `npm run ingest` and answers its exit code: 0 all stored, 1 a file refused or the store failed, 2 wrong usage. */
export async function runIngest(args: readonly string[]): Promise<number> {
  return runCommand(async () => {
    const options = parse(args);
    if (options.help) {
      printText(USAGE);
      return 0;
    }
    const foreign = options.paths.length === 0 ? describeForeignFolder() : null;
    if (foreign !== null) throw new CommandError(foreign);
    const files = await listFiles(options.paths);
    if (files.length === 0) printError("取り込む文書がありません。");
    const decisionsFile = findDecisionsFile(options);
    return options.check ? checkFiles(files, options, decisionsFile) : storeFiles(files, options, decisionsFile);
  });
}

async function listFiles(paths: readonly string[]): Promise<string[]> {
  try {
    return await listSourceFiles(paths.length > 0 ? paths.map(resolvePath) : [documentsFolder()]);
  } catch (error) {
    if (error instanceof MissingPathError) throw new CommandError(`「${printPath(error.message)}」が見つからないか、読めません。\n${USAGE}`, 2);
    throw error;
  }
}

/** The named file of decisions, or the usual one where nothing is named. */
function findDecisionsFile({ decisions, paths }: Arguments): string | null {
  if (decisions === null) return paths.length === 0 ? ownDecisions() : null;
  const file = resolvePath(decisions);
  if (!existsSync(file)) throw new CommandError(`「${printPath(file)}」が見つからないか、読めません。\n${USAGE}`, 2);
  return file;
}

async function checkFiles(files: readonly string[], { json, explain, form: name }: Arguments, decisionsFile: string | null): Promise<number> {
  const form = name === null ? homeForm() : findForm(name);
  let refused = false;
  const printed: object[] = [];
  const standing = createStanding(null);
  for (const file of files) {
    const outcome = await checkFile(file, { municipality: homeMunicipality(), form }, standing);
    refused ||= outcome.outcome === "refused" || outcome.outcome === "held";
    if (json) printed.push(checkJson(outcome));
    else printLines([...(explain && outcome.reading ? explainReading(outcome.reading) : []), ...describeOutcome(outcome, true)]);
  }
  const decisions = decisionsFile === null ? null : await checkDecisions(decisionsFile);
  refused ||= decisions?.outcome === "refused";
  if (decisions && (!json || decisions.messages.length > 0)) (json ? printError : printText)(describeDecisions(decisions, true).join("\n"));
  if (json) printJson(files.length === 1 ? printed[0]! : printed);
  return refused ? 1 : 0;
}

async function storeFiles(files: readonly string[], { json, paths, form: name }: Arguments, decisionsFile: string | null): Promise<number> {
  const form = name === null ? homeForm() : findForm(name);
  const printed: object[] = [];
  const progress = createProgress(json ? 0 : files.length);
  const refused: FileOutcome[] = [];
  const onFile = (outcome: FileOutcome) => {
    if (outcome.outcome === "refused") refused.push(outcome);
    if (json) printed.push(outcomeJson(outcome));
    else progress.step(describeOutcome(outcome));
  };
  return withStore("write", async (db) => {
    await migrateDatabase(db);
    const foreign = paths.length === 0 ? await describeForeignStore(db) : null;
    if (foreign !== null) throw new CommandError(foreign);
    // What waits already comes first, so that it is not forgotten.
    if (!json) printLines(describeHeld(await listHeld(db)));
    const result = await ingestFiles(db, files, { municipality: homeMunicipality(), form, decisionsFile, onFile });
    progress.stop();
    const { decisions } = result;
    if (json) printJson({ ...result, decisions: decisions && { ...decisions, file: relativePath(decisions.file) }, files: printed });
    else
      printLines([
        ...(decisions ? describeDecisions(decisions) : []),
        ...describeRefused(refused),
        ...describeHeld(await listHeld(db)),
        ...describeResult(result),
      ]);
    return result.refused > 0 || result.held > 0 || decisions?.outcome === "refused" ? 1 : 0;
  }).finally(() => progress.stop());
}

function parse(args: readonly string[]): Arguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        check: { type: "boolean" },
        json: { type: "boolean" },
        decisions: { type: "string" },
        form: { type: "string" },
        explain: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
      allowPositionals: true,
    });
    const { check = false, json = false, help = false, explain = false } = values;
    if (explain && (!check || json))
      throw new CommandError(
        `--explain は --check とともに使います（--json とは使えません）。
${USAGE}`,
        2,
      );
    return { check, json, help, explain, paths: positionals, decisions: values.decisions ?? null, form: values.form ?? null };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const option = /'(-[^' ]*)/.exec((error as Error).message)?.[1] ?? "";
    throw new CommandError(`オプション ${option} は使えません。\n${USAGE}`, 2);
  }
}

function printLines(lines: readonly string[]): void {
  if (lines.length > 0) printText(lines.join("\n"));
}

function printJson(value: object): void {
  printText(JSON.stringify(value, null, 2));
}
