import { checkDatabase } from "../check/check-database";
import { CommandError, runCommand, runWithDatabase } from "../command";
import { identifyDatabase } from "../connection/identity";
import { printError, printText } from "../print";

const USAGE = `使い方: npm run db:check [-- --full]
  データベースの構造と、すべての行と文書のハッシュを確かめます。
  --full  文書も読み直して、取り込んだ内容と比べます`;

process.exitCode = await runCommand(async () => {
  const [option, ...rest] = process.argv.slice(2);
  if (rest.length > 0 || (option !== undefined && option !== "--full")) throw new CommandError(USAGE, 2);
  return runWithDatabase("read", async (db) => {
    let sound = true;
    for (const { name, checked, faults } of await checkDatabase(db, { full: option === "--full" })) {
      printText(`${faults.length === 0 ? "正常" : "異常"} ${name}（${checked}件）`);
      for (const fault of faults) printError(`  ${fault}`);
      sound &&= faults.length === 0;
    }
    if ((await identifyDatabase(db)).kind === "earlier")
      printError("以前の版のあゆみのデータベースです。npm run ingest で新しくすると、すべてを確かめられます。");
    return sound ? 0 : 1;
  });
});
