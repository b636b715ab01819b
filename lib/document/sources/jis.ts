import { decodeText } from "../decode";
import { indexLines } from "../position";
import type { Source } from "./source-rows";

/** Whether bytes are JIS as mail programs and old hosts write it: seven bits, and escapes before kanji. */
function isJis(bytes: Uint8Array): boolean {
  let escapes = 0;
  for (let index = 0; index < bytes.length; index++) {
    if (bytes[index]! >= 0x80 || bytes[index] === 0) return false;
    if (bytes[index] === 0x1b && bytes[index + 1] === 0x24 && (bytes[index + 2] === 0x42 || bytes[index + 2] === 0x40)) escapes++;
  }
  return escapes > 0 && decodeJis(bytes) !== null;
}

/** A text in JIS or in one of the encodings of texts; `null` for what is no text. */
export function decodeAny(bytes: Uint8Array): string | null {
  if (isJis(bytes)) return decodeJis(bytes);
  const { text, refusal } = decodeText(bytes);
  return refusal === null ? text : null;
}

function decodeJis(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("iso-2022-jp", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Texts in JIS (ISO-2022-JP), line by line. */
export const jis: Source = {
  format: "jis",
  recognises: isJis,
  toCells(bytes) {
    const text = decodeJis(bytes)!;
    const { starts, ends } = indexLines(text);
    return { rows: starts.map((start, line) => ({ place: `${line + 1}行`, cells: text.slice(start, ends[line]).split("\t") })), notes: [] };
  },
};
