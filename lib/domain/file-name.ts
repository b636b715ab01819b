/** A text as a part of a file's name: without what Windows has no names of, and at most so many characters. */
export function soundFileName(text: string, most = 70): string {
  return Array.from(text.replace(/[\s<>:"/\\|?*\p{Cc}]+/gu, "_"))
    .slice(0, most)
    .join("");
}
