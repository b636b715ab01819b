import { runIntake } from "../intake/intake-command";

process.exitCode = await runIntake(process.argv.slice(2));
