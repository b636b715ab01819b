import { runGenerate } from "../generation/generate-command";

process.exitCode = await runGenerate(process.argv.slice(2));
