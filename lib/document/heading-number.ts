import { NUMBER_SIGNS, readNumber } from "./number-cell";

const GOAL_NUMBER = new RegExp(
  `^[\\s]{0,4}(?:その|第|No\\.?)?[\\s]?([(（【［[〔<]?)[\\s]?(${NUMBER_SIGNS}|[一二三四五六七八九十]|[IVX]{1,4})[)）】］\\]〕>]?`,
  "i",
);

/** The number after 重点目標: `1`, `(1)`, `①`, `1-2`, `Ⅱ`, `その1`, `No.1`; `end` is after its bracket. */
export function readGoalNumber(text: string, from: number): { value: number | null; from: number; to: number; end: number; opened: boolean } | null {
  const found = GOAL_NUMBER.exec(text.slice(from, from + 20));
  if (!found?.[2]) return null;
  const to = from + found[0].replace(/[)）】］\]〕>]$/, "").length;
  return { value: readNumber(found[2]), from: to - found[2].length, to, end: from + found[0].length, opened: found[1] !== "" };
}

/** 重点目標（二）消防団の充実: the title right behind the number's bracket, which no particle begins. */
export function findBehindBracket(text: string, { end, opened }: { end: number; opened: boolean }): { valueFrom: number } | null {
  const title = text.slice(end);
  return opened && /[)）】］\]〕>]$/.test(text.slice(0, end)) && title.length <= 60 && !/^[のをがはにでとへも、。]|。/.test(title) ? { valueFrom: end } : null;
}
