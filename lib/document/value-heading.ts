import type { Form } from "./forms/form";
import { recognizeLabel } from "./recognize";

/** Headings of so few letters stand in texts as words of their own: 「実績」 as a line is no sign of a table read wrongly. */
const LEAST = 4;

/** The first line of a value that is a heading, alone, with a note in brackets, or beside others; `null` where none is. */
export function findHeadingLine(text: string, form: Form): string | null {
  for (const line of text.split("\n")) {
    const bare = line.replace(/[(（［【「][^)）］】」]{0,30}[)）］】」]/g, " ");
    if ([line, bare].some((words) => words.trim() !== "" && isHeadings(words.trim(), form))) return line;
  }
  return null;
}

/** Whether a text is one heading, or several with blanks between them. */
function isHeadings(text: string, form: Form): boolean {
  const whole = recognizeLabel(text, { officers: false, goalHead: false, form });
  if (whole && whole.valueFrom === null) return whole.to - whole.from >= LEAST;
  const words = text.split(/[\s　]+/);
  return (
    words.length > 1 &&
    words.every((word) => {
      const hit = recognizeLabel(word, { officers: false, goalHead: false, form });
      return hit !== null && hit.valueFrom === null;
    })
  );
}
