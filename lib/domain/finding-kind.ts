import type { Message } from "./message";

/** Findings about what a document says: that its ratings differ, or that it lacks one or a result. Others are about how it is written. */
const OF_SUBSTANCE = ["listed-rating-differs", "overall-rating-outside-targets", "target-not-rated", "initiative-without-result", "unknown-rating"];

/** Whether a finding is for those who answer for a goal; others are for those who prepare the documents. */
export function isOfSubstance({ rule }: Pick<Message, "rule">): boolean {
  return OF_SUBSTANCE.includes(rule);
}
