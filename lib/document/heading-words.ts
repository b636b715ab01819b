/** Words of a form's instructions, as they stand in brackets behind a heading. */
export const NOTE_WORD =
  /[~～〜]|末|時点|現在|見込|数値|単位|部長|課長|所属長|担当|評価者|自己|中間|最終|期末|当初|一次|二次|第[一二1-9１-９]次|定量|定性|記入|記載|文字|以内|任意|必須|別紙|段階|予定|目標値|年度|上半期|下半期|上期|下期|具体的/;

const NOTE_LINE = new RegExp(
  `^[(（［[〔<＜]\\s?(?=[^()（）]{0,24}(?:${NOTE_WORD.source}))[^()（）［］[\\]〔〕<>＜＞。\\t]{1,24}\\s?[)）］\\]〕>＞][※＊*]?[0-9０-９]{0,2}$`,
);

/** What is said of a value, and is none even where nothing follows it. */
const INSTRUCTION =
  /^.(?:[^()（）]{0,8}月末(?:時点|現在)?(?:の?見込み?)?|.{1,3}[~～〜].{1,3}|(?:部長|課長|所属長|評価者)(?:が?記入)?|.*(?:数値|文字|[0-9０-９]字以内|記入).*).[※＊*]?[0-9０-９]{0,2}$/;

/** Whether a line is a note in brackets about the heading above it: （数値）, （3月末現在）. Where no value follows, it may be one itself. */
export function isNoteLine(text: string, isFollowed: boolean): boolean {
  if (!NOTE_LINE.test(text) || !(isFollowed || INSTRUCTION.test(text))) return false;
  return /記入|記載|ください/.test(text) || !/[をがはにで、]|する|した|済/.test(text);
}

/** A cell that names an occasion of rating and nothing else. */
export const OCCASION_CELL =
  /^[(（]?(?:中間|期末|最終|年度末|上半期|下半期|上期|下期|前期|後期|第?[一二三1-3１-３]次|部会|委員会|自己|内部|外部)(?:評価|達成度|判定)?[)）]?$/;
