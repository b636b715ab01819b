import { splitLetters } from "./letters";

const encoder = new TextEncoder();

/** A text as a part of a file's name: without what Windows has no names of, and at most so many bytes of UTF-8, of which a name may have 255. */
export function soundFileName(text: string, most = 210): string {
  let [name, left] = ["", most];
  for (const letter of splitLetters(text.replace(/[\s<>:"/\\|?*\p{Cc}]+/gu, "_"))) {
    left -= encoder.encode(letter).length;
    if (left < 0) break;
    name += letter;
  }
  return name;
}
