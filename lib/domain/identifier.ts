/** English names of departments that Japanese cities commonly have, for URLs. Grows, never changes: URLs are quoted. */
const DEPARTMENT_IDS = new Map(
  Object.entries({
    政策推進部: "policy-promotion",
    総務部: "general-affairs",
    財務部: "finance",
    市民部: "citizens",
    健康部: "health",
    福祉部: "welfare",
    健康福祉部: "health-and-welfare",
    こども部: "children",
    福祉こども部: "welfare-and-children",
    健康こども部: "health-and-children",
    にぎわい都市創造部: "urban-vitality",
    都市デザイン部: "urban-design",
    都市整備部: "urban-development",
    産業振興部: "industry",
    経済環境部: "economy-and-environment",
    環境部: "environment",
    建設部: "construction",
    土木部: "public-works",
    上下水道部: "water-and-sewerage",
    水道部: "water",
    教育部: "education",
    教育委員会: "board-of-education",
    市立柏原病院: "kashiwara-hospital",
    会計課: "accounting",
    会計室: "accounting-office",
    議会事務局: "council-secretariat",
    消防本部: "fire-department",
  }),
);

/** Readable and stable ASCII name of a department: `policy-promotion`, or a hash of its name where no English name is known. */
export function departmentId(department: string): string {
  return DEPARTMENT_IDS.get(department) ?? `d${hash(department)}`;
}

/** `m` and a hash: the municipality in URLs, and the prefix of its ids on a site of another. */
export function municipalityId(municipality: string): string {
  // Rows of one municipality come one after the other.
  if (last.municipality !== municipality) last = { municipality, id: `m${hash(municipality)}` };
  return last.id;
}

let last = { municipality: "", id: `m${hash("")}` };

/** The municipality that a public id begins with, as `municipalityId` makes it; `null` for one of the site's own. */
export function municipalityOf(id: string): string | null {
  return /^(m[0-9a-z]{8})-\d/.exec(id)?.[1] ?? null;
}

/** `2025-policy-promotion`; another municipality than the site's own is named in front by a hash of its name. */
export function planId(plan: { municipality: string; department: string; fiscalYear: number }, home: string): string {
  const own = `${plan.fiscalYear}-${departmentId(plan.department)}`;
  return plan.municipality === home ? own : `${municipalityId(plan.municipality)}-${own}`;
}

/** `2025-policy-promotion-4` for each goal in order; a number that stands twice gets `-4b`, `-4c` … */
export function goalIds(plan: string, goals: readonly { number: number }[]): string[] {
  const seen = new Map<number, number>();
  return goals.map(({ number }) => {
    const count = seen.get(number) ?? 0;
    seen.set(number, count + 1);
    return `${plan}-${number}${count === 0 ? "" : suffix(count)}`;
  });
}

/** 1 as `b`, 25 as `z`, 26 as `x26`. */
function suffix(count: number): string {
  return count < 26 ? String.fromCharCode(97 + count) : `x${count}`;
}

/** FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/), of the UTF-8 bytes, in base 36. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text.normalize("NFC"))) {
    value = BigInt.asUintN(64, (value ^ BigInt(byte)) * 0x100000001b3n);
  }
  return value.toString(36).padStart(13, "0").slice(-8);
}
