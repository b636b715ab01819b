/** First fiscal year that each era name is used for, newest first. 令和元年度 and 平成31年度 are both 2019. */
const ERAS = [
  { name: "令和", letter: "R", start: 2019 },
  { name: "平成", letter: "H", start: 1989 },
  { name: "昭和", letter: "S", start: 1926 },
] as const;

/** A break may stand within the words where a text is broken by hand. */
const ERA = String.raw`(令[\n\v]*和|平[\n\v]*成|昭[\n\v]*和|[RHS])\s*(元|\d{1,2}|[一二三四五六七八九十]{1,3})`;
const WESTERN = String.raw`((?:19|20)\d{2})`;
const YEAR = String.raw`\s*年`;
const DO = String.raw`[\n\v]*度`;
/** 令和7, 令和7(2025), 2025 or 2025(令和7), and 年度. */
const FISCAL_YEAR = new RegExp(
  `(?:${ERA}(?:${YEAR}?\\s*[(（]\\s*${WESTERN}${YEAR}?\\s*[)）])?|${WESTERN}(?:${YEAR}?\\s*[(（]\\s*${ERA}${YEAR}?\\s*[)）])?)(?:${YEAR})?${DO}`,
  "i",
);

/**
 * The fiscal year (from April) that a text names: 令和7年度, 令和元年度, 令和七年度, 平成31年度, R7年度, 2025年度,
 * 令和7(2025)年度 or 2025(令和7)年度, in full or half width. `index` and `length` say where it stands in the text; `null`
 * where no year is named, or two that are not the same.
 */
export function findFiscalYear(text: string): { year: number; index: number; length: number } | null {
  const match = FISCAL_YEAR.exec(narrowDigits(text));
  if (!match || !/年[\n\v]*度|年\s*[)）]/.test(match[0])) return null;
  const [whole, eraName, eraYear, westernBeside, westernYear, eraNameBeside, eraYearBeside] = match;
  const years = [readEraYear(eraName ?? eraNameBeside, eraYear ?? eraYearBeside), westernYear ?? westernBeside].flatMap((year) => (year ? Number(year) : []));
  return years.length > 0 && new Set(years).size === 1 ? { year: years[0]!, index: match.index, length: whole.length } : null;
}

function readEraYear(eraName: string | undefined, eraYear: string | undefined): number | null {
  if (!eraName || !eraYear) return null;
  const name = eraName.replace(/[\n\v]/g, "");
  const era = ERAS.find((candidate) => candidate.name === name || candidate.letter === name.toUpperCase());
  const count = eraYear === "元" ? 1 : /\d/.test(eraYear) ? Number(eraYear) : readKanjiNumber(eraYear);
  return era && count >= 1 ? era.start + count - 1 : null;
}

/** 七, 十, 十二 or 三十一 as a number. */
function readKanjiNumber(kanji: string): number {
  const digitOf = (sign: string) => "一二三四五六七八九".indexOf(sign) + 1;
  const [tens, ones] = kanji.includes("十") ? kanji.split("十") : ["", kanji];
  if ((tens?.length ?? 0) > 1 || (ones?.length ?? 0) > 1) return 0;
  return (kanji.includes("十") ? 10 * (tens ? digitOf(tens) : 1) : 0) + (ones ? digitOf(ones) : 0);
}

/** `2025` as 令和7年度; years before 1926 stay as 1925年度. */
export function formatFiscalYear(year: number): string {
  return `${eraYear(year)}年度`;
}

/** `[2022, 2023, 2024]` as 令和4〜6年度; what is no run is told one by one: 令和元年度、令和4〜6年度, 平成30〜令和2年度. */
export function formatFiscalYears(years: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && run[1] === year - 1) run[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([first, last]) => (first === last ? formatFiscalYear(first) : `${eraYear(first)}〜${shortenEra(last, first)}年度`)).join("、");
}

/** A year without its era where the year before has the same. */
function shortenEra(year: number, before: number): string {
  const nameOf = (text: string) => text.replace(/[\d元]+$/, "");
  const [own, other] = [eraYear(year), eraYear(before)];
  return nameOf(own) !== "" && nameOf(own) === nameOf(other) ? own.slice(nameOf(own).length) : own;
}

/** `2025` as 令和7年度（2025年度）, for the first mention on a page. */
export function formatFiscalYearInFull(year: number): string {
  return `${formatFiscalYear(year)}（${year}年度）`;
}

/** `2025` as 令和7, for axes and narrow columns. */
export function formatFiscalYearShort(year: number): string {
  return eraYear(year);
}

/** `2025` as 令7, where there is hardly any room. */
export function formatFiscalYearBrief(year: number): string {
  return eraYear(year).replace(/^(\D)\D(?=[\d元])/, "$1");
}

function eraYear(year: number): string {
  const era = ERAS.find((candidate) => year >= candidate.start);
  if (!era) return String(year);
  const count = year - era.start + 1;
  return `${era.name}${count === 1 ? "元" : count}`;
}

/** Full-width digits and letters to half width, one code unit for one, so that positions stay. */
function narrowDigits(text: string): string {
  return text.replace(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}
