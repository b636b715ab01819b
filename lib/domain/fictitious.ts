/** What the name of an invented municipality ends with. */
export const FICTITIOUS_MARK = "（架空）";

/** Whether a municipality is invented, so that all that is shown of it says so. */
export function isFictitious(municipality: string): boolean {
  return municipality.endsWith(FICTITIOUS_MARK);
}
