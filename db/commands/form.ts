import { runForm } from "../form/form-command";

process.exitCode = await runForm(process.argv.slice(2));
