import { runContinuations } from "../continuations/command";

process.exitCode = await runContinuations(process.argv.slice(2));
