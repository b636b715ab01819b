/** First fiscal year that each era name is used for, newest first. 令和元年度 and 平成31年度 are both 2019. */
const ERAS = [
  { name: "令和", letter: "R", start: 2019 },
  { name: "平成", letter: "H", start: 1989 },
  { name: "昭和", letter: "S", start: 1926 },
] as const;

/** A break may stand within the words where a text is broken by hand. */
const FISCAL_YEAR = /(?:(令[\n\v]*和|平[\n\v]*成|昭[\n\v]*和|[RHS])\s*(元|\d{1,2})|((?:19|20)\d{2}))\s*年[\n\v]*度/i;

/**
 * The fiscal year (from April) that a text names: 令和7年度, 令和元年度, 平成31年度, R7年度 or 2025年度, in full
 * or half width. `index` and `length` say where it stands in the text; `null` where no year is named.
 */
export function findFiscalYear(text: string): { year: number; index: number; length: number } | null {
  const match = FISCAL_YEAR.exec(narrowDigits(text));
  if (!match) return null;
  const [whole, eraName, eraYear, westernYear] = match;
  const place = { index: match.index, length: whole.length };
  if (westernYear) return { year: Number(westernYear), ...place };
  const name = eraName?.replace(/[\n\v]/g, "");
  const era = ERAS.find((candidate) => candidate.name === name || candidate.letter === eraName?.toUpperCase());
  const count = eraYear === "元" ? 1 : Number(eraYear);
  return era && count >= 1 ? { year: era.start + count - 1, ...place } : null;
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
