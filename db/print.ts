/**
 * Characters that a terminal acts upon instead of showing them: C0 and C1 controls but tab and newline, line and
 * paragraph separators, and what turns the direction of writing (https://www.unicode.org/reports/tr36/#Bidirectional_Text_Spoofing).
 */
const ACTING = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A text as a terminal may show it: what it would act upon by its code, `\u001b`, which is what JSON calls it too. */
export function escapeText(text: string): string {
  return text.replace(ACTING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Prints a text and a newline to standard output. All that commands print goes through these two. */
export function printText(text: string): void {
  process.stdout.write(`${escapeText(text)}\n`);
}

/** Prints a text and a newline to standard error. */
export function printError(text: string): void {
  process.stderr.write(`${escapeText(text)}\n`);
}
