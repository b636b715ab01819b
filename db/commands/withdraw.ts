import { runWithdraw } from "../withdrawal/withdraw-command";

process.exitCode = await runWithdraw(process.argv.slice(2));
