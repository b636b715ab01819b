import { runGenerate } from "../generation/command";

process.exitCode = await runGenerate(process.argv.slice(2));
