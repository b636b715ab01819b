/** Whether the tests run in the form that every submission has to pass. */
export const isShort = process.env.AYUMI_FAULTS !== "long";
