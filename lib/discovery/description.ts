import { cutText, joinLines } from "@/lib/domain/cut-text";

/** The longest description of a page, in characters: about as many as search engines show of a Japanese one. */
const LONGEST_DESCRIPTION = 120;

/** As many whole sentences of a text as a description has room for; of a first one that is longer, its beginning. */
export function fitDescription(text: string): string {
  const [first = "", ...rest] = joinLines(text).split(/(?<=。)/);
  let fitted = first;
  for (const sentence of rest) {
    if (length(fitted + sentence) > LONGEST_DESCRIPTION) break;
    fitted += sentence;
  }
  return length(fitted) > LONGEST_DESCRIPTION ? cutText(fitted, LONGEST_DESCRIPTION - 1) : fitted.trim();
}

function length(text: string): number {
  return Array.from(text).length;
}
