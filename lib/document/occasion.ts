/** When, or by whom, a rating beside another one was given: 中間, 最終, 9月末, 二次評価, 部会. */
const OCCASION =
  /中間|期末|最終|年度末|年度当初|上半期|下半期|上期|下期|前期|後期|第?[一二三1-3１-３]次|[0-9０-９]{1,2}月末?(?:時点|現在)?|[第]?[1-4１-４]四半期|部会|委員会|所属長?|部長|課長|担当課?|自己|内部|外部/;
/** The one that counts, wherever it stands. */
const FINAL = /最終|期末|年度末|確定|3月末|３月末/;

/** The occasion that a heading of a rating names: of 達成度（中間） its note, of 二次評価 itself; `null` where it names none. */
export function findOccasion(heading: string): string | null {
  const note = /[(（［[〔<＜]\s*([^()（）［］[\]〔〕<>＜＞]+?)\s*[)）］\]〕>＞]/.exec(heading)?.[1];
  if (note !== undefined) return OCCASION.test(note) ? note : null;
  const words = heading.replace(/[\s【】*※＊:：■□●○◆◇]/g, "");
  return OCCASION.test(words) && !/^自己評価$/.test(words) ? words : null;
}

/** Which of several occasions has the rating that counts: the final one, else the last that is printed. */
export function findFinal(occasions: readonly (string | null)[]): number {
  const final = occasions.findLastIndex((occasion) => occasion !== null && FINAL.test(occasion));
  return final === -1 ? occasions.length - 1 : final;
}
