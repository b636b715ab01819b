import { existsSync, renameSync } from "node:fs";
import { copyDatabase, nameDataset } from "../backup/copy";
import { CommandError, runWithDatabase } from "../command";
import { databaseUrl } from "../config";
import { databaseFile } from "../connection/client";
import { resolvePath } from "../named-path";
import { printText } from "../print";
import { printPath } from "../printed-path";

const USAGE = `使い方: npm run backup -- ファイル
  データベースを、使っている間でも、1つのファイルに写して確かめます。すでにあるファイルは書き換えません。`;

process.exitCode = await runWithDatabase("read", async (db) => {
  const [name, ...rest] = process.argv.slice(2);
  if (!name || name.startsWith("-") || rest.length > 0) throw new CommandError(USAGE, 2);
  if (databaseFile(databaseUrl()) === null) {
    throw new CommandError("DATABASE_URL がサーバーを指しています。サーバーのデータは、サーバーの手段でバックアップしてください。");
  }
  const file = resolvePath(name);
  if (existsSync(file)) throw new CommandError(`${printPath(file)} はすでにあります。別の名前を指定してください。`);
  const copy = await copyDatabase(db, file).catch((error: NodeJS.ErrnoException) => {
    throw error.syscall || /unable to open/.test(error.message)
      ? new CommandError(`${printPath(file)} に書き込めません（${error.code ?? "CANTOPEN"}）。`)
      : error;
  });
  renameSync(copy.file, file);
  printText(`${printPath(file)} に書き出し、確かめました\n${nameDataset(copy.dataset)}`);
  return 0;
});
