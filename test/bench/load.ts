/**
 * `npm run bench:load [-- --long] [pages|embeds]`: loads the built site on the loopback interface, from the same
 * machine, and prints tables. The long form watches memory for ten minutes, the short one for two. Aims are told as
 * met or missed; only a failure to measure ends with 1.
 */
import { measureEmbeds } from "./measure-embeds";
import { measureLoad } from "./measure-load";
import { runParts } from "./run-parts";

/** Ends a run that hangs, in milliseconds. */
const LONGEST = 1_500_000;

const args = process.argv.slice(2);
const minutes = args.includes("--long") ? 10 : 2;

await runParts(
  { embeds: (scratch) => measureEmbeds(scratch, { nginx: true }), pages: (scratch) => measureLoad(scratch, minutes) },
  args.filter((arg) => arg !== "--long"),
  LONGEST,
);
