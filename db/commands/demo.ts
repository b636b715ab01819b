import { runCommand } from "../command";
import { openDemo, readDemo } from "../generation/demo";
import { printText } from "../print";

const code = await runCommand(async () => {
  const demo = readDemo(process.argv.slice(2));
  await openDemo(demo);
  printText("架空の市のデータで始めます。");
  return 0;
});

if (code !== 0) process.exit(code);
await import("./start");
