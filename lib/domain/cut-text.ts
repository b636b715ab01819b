/** At most so many characters of a text, and a sign where there is more. Infinity takes all. */
export function cutText(text: string, most: number): string {
  // A character is at most two code units, so that very long texts need not be taken apart.
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length <= most ? text : `${characters.slice(0, most).join("")}…`;
}

/** A text on one line. */
export function joinLines(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
