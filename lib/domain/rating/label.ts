/** A label for comparing: full and half width, blanks, and 概ね or 通り in letters or kanji make no difference. `null` is empty. */
export function foldLabel(label: string | null): string {
  return (label ?? "")
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/おおむね|概むね/g, "概ね")
    .replace(/[どと]おり/g, "通り");
}
