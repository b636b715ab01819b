import { runCommand } from "../command";
import { printText } from "../print";
import { buildSite } from "@/app/_server/build";

process.exitCode = await runCommand(async () => {
  printText((await buildSite()) ? "サイトをビルドしました" : "サイトはすでにビルドされています");
  return 0;
});
