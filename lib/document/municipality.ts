/** A city, town or village, perhaps with its prefecture, before what belongs to it. */
const NAMED = /^(?:[^\s市町村区]{2,3}[都道府県])?(?:[^\s市町村区]{1,4}郡)?([^\s、。（()）「」・]{1,6}?[市町村])(?!市)(?=[\s　]|[^\s])/;
/** 都市, 農村, 下町 and others that end like a municipality's name and are none. */
const NO_NAME = /(?:都市|農村|山村|漁村|下町|港町|宿場町|門前町|中心市|政令市|朝市|新市|全市|各市|本市|当市|他市)$/;
/** What makes 市, 町 or 村 in the middle of a name the beginning of another word: 市民, 市街地, 町並み. */
const OTHER_WORD = /^(?:民|街|場|立|営|長(?!寿)|内|政(?!策)|域|外|議会|税|並|づくり|おこし|会|有|道)/;

/** The municipality that a name begins with, and where what follows it begins; `null` where it begins with none. */
export function findMunicipality(text: string): { name: string; end: number } | null {
  const found = NAMED.exec(text);
  if (!found?.[1] || NO_NAME.test(found[1])) return null;
  const end = found[0].length;
  return OTHER_WORD.test(text.slice(end)) ? null : { name: found[1], end };
}

/** Whether a text is a municipality's name and nothing else. */
export function isMunicipality(text: string): boolean {
  return /^(?:[^\s市町村区]{2,3}[都道府県]\s?)?(?:[^\s市町村区]{1,4}郡\s?)?[^\s、。]{1,6}[市町村区]$/.test(text) && !NO_NAME.test(text);
}

/** Whether a text names the given municipality, perhaps with its prefecture before it or as its office: 大阪府柏原市, 柏原市役所. */
export function isOwnMunicipality(text: string, own: string): boolean {
  const name = text.replace(/\s/g, "").replace(OFFICE, "");
  return own !== "" && (name === own || (name.endsWith(own) && PREFIX.test(name.slice(0, -own.length))));
}

/** 架空市役所 as 架空市. */
export function dropOffice(text: string): string {
  return text.replace(OFFICE, "");
}

const OFFICE = /(?<=[市区])役所$|(?<=[町村])役場$/;
const PREFIX = /^(?:[^\s市町村区]{2,3}[都道府県])?(?:[^\s市町村区]{1,4}郡)?$/;
