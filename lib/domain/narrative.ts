/** A piece of narrative text as it is set: a paragraph, or list items without their bullets. */
export type NarrativeBlock = { kind: "paragraph"; text: string } | { kind: "list"; items: string[] };

const BULLET = /(?:^|[\s\u3000])[・●○■□◆◇▪•][\s\u3000]+|^[・●○■□◆◇▪•]/g;

/**
 * Splits a value into paragraphs (its lines) and list items (a line that begins with a bullet; further bullets
 * between blanks on the same line, as converters leave them, begin further items). Loses nothing but bullets.
 */
export function splitNarrative(text: string): NarrativeBlock[] {
  const blocks: NarrativeBlock[] = [];
  for (const line of text
    .split("\n")
    .map((each) => each.trim())
    .filter(Boolean)) {
    if (!/^[・●○■□◆◇▪•]/.test(line)) {
      blocks.push({ kind: "paragraph", text: line });
      continue;
    }
    const items = line
      .split(BULLET)
      .map((item) => item.trim())
      .filter(Boolean);
    const last = blocks.at(-1);
    if (last?.kind === "list") last.items.push(...items);
    else blocks.push({ kind: "list", items });
  }
  return blocks;
}
