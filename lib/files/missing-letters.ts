import { STAND_IN } from "@/lib/domain/characters";
import { splitLetters } from "@/lib/domain/letters";

/** What is seen of nothing: joiners, and selectors of a letter's form. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * An SVG's texts with 〓 for each letter that a font cannot draw whole, as resvg draws an empty box for each of its code
 * points, and the next letter over the last of them. Blanks that it does not know are plain ones.
 */
export function replaceMissing(svg: string, characters: ReadonlySet<number>): string {
  const isDrawn = (letter: string) => [...letter.normalize("NFC").replace(UNSEEN, "")].every((character) => characters.has(character.codePointAt(0)!));
  // What follows a tag or a reference is never one letter with its end.
  return svg.replace(/>[^<]+/g, (texts) =>
    texts.replace(/[^>&;]+/g, (text) =>
      isDrawn(text)
        ? text
        : splitLetters(text)
            .map((letter) => (isDrawn(letter) ? letter : letter.trim() === "" ? " " : STAND_IN))
            .join(""),
    ),
  );
}
