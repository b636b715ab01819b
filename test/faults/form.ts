import { SEED as USUAL } from "../random";

/** Whether the tests run in the form that every submission has to pass. */
export const isShort = process.env.AYUMI_FAULTS !== "long";

/** What a run is drawn by: in the short form always the same, in the long one each time another, unless one is given. */
export const SEED = isShort || process.env.AYUMI_TEST_SEED !== undefined ? USUAL : Date.now() % 1_000_000;
