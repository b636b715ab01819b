/**
 * `npm run bench`: measures pages, embeds, ingest and formats of files in one run and prints tables. `npm run bench -- ingest` measures
 * that alone. Aims are told as met or missed; only a failure to measure ends with 1.
 */
import { measureEmbeds } from "./measure-embeds";
import { measureIngest } from "./measure-ingest";
import { measurePages } from "./measure-pages";
import { measureSources } from "./measure-sources";
import { runParts } from "./run-parts";

/** Ends a run that hangs, in milliseconds. */
const LONGEST = 900_000;

await runParts(
  {
    pages: measurePages,
    embeds: (scratch) => measureEmbeds(scratch, { nginx: false }),
    ingest: async (scratch) => [
      { heading: "Ingest into a new database (basis: reading the same files and splitting them into lines)", measures: await measureIngest(scratch) },
    ],
    sources: async () => [{ heading: "Reading files of other formats (basis: unpacking the same bytes)", measures: await measureSources() }],
  },
  process.argv.slice(2),
  LONGEST,
);
