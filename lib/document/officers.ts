import { type MappedText, SOFT_BREAK, sliceMapped, trimMapped } from "./markup";

/** A person and, in brackets behind the name, what they answer for. */
export interface Person {
  name: MappedText;
  duty: MappedText | null;
}

/** The people that a cell names, `小林 一裕（総合政策監）`, several with 、 between them. */
export function readPeople(cell: MappedText): Person[] {
  const people: Person[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index <= cell.text.length; index++) {
    const sign = cell.text[index] ?? "、";
    if (/[(（]/.test(sign)) depth++;
    else if (/[)）]/.test(sign)) depth = Math.max(0, depth - 1);
    const isEnd = depth === 0 && (/[、,，]/.test(sign) || (sign === SOFT_BREAK && isBetweenNames(cell.text, from, index)));
    if (index < cell.text.length && !isEnd) continue;
    const person = readPerson(trimMapped(sliceMapped(cell, from, index)));
    if (person) people.push(person);
    from = index + 1;
  }
  return people;
}

/** Names stand under each other where each is whole: 小林 一裕 has a blank, or its brackets. */
function isBetweenNames(text: string, from: number, at: number): boolean {
  return /\S[ \u3000]\S+$|[)）]$/.test(text.slice(Math.max(from, at - 60), at).trim()) && /^\s*[^\s(（]+[ \u3000][^\s(（]/.test(text.slice(at, at + 60));
}

function readPerson(part: MappedText): Person | null {
  if (part.text === "") return null;
  const open = part.text.search(/[(（]/);
  if (open < 1 || !/[)）]$/.test(part.text)) return { name: part, duty: null };
  const name = trimMapped(sliceMapped(part, 0, open));
  const duty = trimMapped(sliceMapped(part, open + 1, part.text.length - 1));
  return { name, duty: duty.text === "" ? null : duty };
}
