import fc from "fast-check";

/** What random inputs are drawn by: the same each time, so that main is green for everybody or for nobody; another number draws others. */
const SEED = Number(process.env.AYUMI_TEST_SEED ?? 20261127);

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED });
