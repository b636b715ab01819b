import { runContinuations } from "../continuations/continuations-command";

process.exitCode = await runContinuations(process.argv.slice(2));
