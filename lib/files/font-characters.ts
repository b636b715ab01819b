/**
 * Code points that a TrueType or OpenType font has glyphs for: its table `cmap`, in format 12, which every font beyond the
 * first 65,536 has (https://learn.microsoft.com/typography/opentype/spec/cmap). Throws for a font without.
 */
export function readCharacters(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = find(
    view.getUint16(4),
    (index) => 12 + 16 * index,
    (at) => view.getUint32(at) === 0x636d6170,
  );
  if (table === null) throw new Error("the font has no table cmap");
  const cmap = view.getUint32(table + 8);
  const record = find(
    view.getUint16(cmap + 2),
    (index) => cmap + 4 + 8 * index,
    (at) => view.getUint16(cmap + view.getUint32(at + 4)) === 12,
  );
  if (record === null) throw new Error("the font's table cmap has no part of format 12");
  const groups = cmap + view.getUint32(record + 4);
  const characters = new Set<number>();
  for (let at = groups + 16, left = view.getUint32(groups + 12); left > 0; left--, at += 12) {
    for (let point = view.getUint32(at); point <= view.getUint32(at + 4); point++) characters.add(point);
  }
  return characters;
}

function find(count: number, place: (index: number) => number, matches: (at: number) => boolean): number | null {
  return Array.from({ length: count }, (_, index) => place(index)).find(matches) ?? null;
}
