const LETTER = String.raw`[\u3001-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uffef\u{20000}-\u{3ffff}]`;
/** Japanese, with what stands within it. */
const JAPANESE = new RegExp(String.raw`${LETTER}+(?:[\s\d()・]+${LETTER}+)*`, "gu");
/** A tag, and the text that follows it. */
const TAG_AND_TEXT = /<(\/?)([a-z]+)[^>]*>([^<]+)?/g;

/**
 * Markup in another language, as React prints it, with its Japanese names told to be Japanese, so that they are spoken
 * and drawn as such (WCAG 2.2, 3.1.2). Titles of marks can hold no element and stay.
 */
export function markJapanese(markup: string): string {
  const start = Math.max(0, markup.indexOf("<body"));
  let isDrawing = false;
  const body = markup.slice(start).replace(TAG_AND_TEXT, (whole, slash: string, name: string, text: string | undefined) => {
    if (name === "svg") isDrawing = slash === "";
    if (text === undefined || (slash === "" && /^(?:title|script|style)$/.test(name))) return whole;
    const element = isDrawing ? "tspan" : "span";
    return whole.slice(0, whole.length - text.length) + text.replace(JAPANESE, (run) => `<${element} lang="ja">${run}</${element}>`);
  });
  return markup.slice(0, start) + body;
}
