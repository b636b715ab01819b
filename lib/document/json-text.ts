/** Whether a text is an object or a list: `[重点目標]` at the very beginning is a heading. */
export function isJsonText(text: string): boolean {
  return /^\s*(?:\{|\[\s*(?:[[\]{"]|$))/.test(text);
}
