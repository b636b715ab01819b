import { constants, setPriority } from "node:os";
import { runIngest } from "../ingest/ingest-command";

// Where the site runs on the same machine, its readers come first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);

process.exitCode = await runIngest(process.argv.slice(2));
