import { buildSite } from "@/app/_server/build";
import { runCommand } from "../command";
import { printText } from "../print";

process.exitCode = await runCommand(async () => {
  printText((await buildSite()) ? "サイトをビルドしました" : "サイトはすでにビルドされています");
  return 0;
});
