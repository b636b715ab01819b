import { runCommand } from "../command";
import { buildSite } from "../start/build";

process.exitCode = await runCommand(async () => {
  console.log((await buildSite()) ? "サイトをビルドしました" : "サイトはすでにビルドされています");
  return 0;
});
