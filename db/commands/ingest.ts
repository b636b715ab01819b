import { runIngest } from "../ingest/command";

process.exitCode = await runIngest(process.argv.slice(2));
