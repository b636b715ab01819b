/** How many answers came from where since the process began. */
export const answerCounts = { kept: 0, shared: 0, made: 0, refused: 0 };

let bytes = 0;

/** Counts an answer, and notes what all kept ones take by then, in bytes. */
export function noteAnswer(from: keyof typeof answerCounts, kept: number): void {
  answerCounts[from] += 1;
  bytes = kept;
}

/** What kept answers took when one was last sent, in bytes. */
export function keptBytes(): number {
  return bytes;
}
