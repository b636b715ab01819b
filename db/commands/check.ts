import { checkDatabase } from "../check-database";
import { CommandError, runWithDatabase } from "../command";

process.exitCode = await runWithDatabase(async (db) => {
  if (process.argv.length > 2) throw new CommandError("使い方: npm run db:check（引数はありません）", 2);
  let sound = true;
  for (const { name, checked, faults } of await checkDatabase(db)) {
    console.log(`${faults.length === 0 ? "正常" : "異常"} ${name}（${checked}件）`);
    for (const fault of faults) console.error(`  ${fault}`);
    sound &&= faults.length === 0;
  }
  return sound ? 0 : 1;
});
