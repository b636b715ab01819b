import type { Random } from "./random";
import { ACTIONS, AUDIENCES, ENDS, FIGURES, type Field, PLACES } from "./vocabulary";

/** Something that a department works at, as it stands in one year. What it becomes next year is another value. */
export interface Undertaking {
  subject: string;
  audience: string;
  end: string;
  works: Work[];
  aims: Aim[];
}

/** 具体的取組 */
export interface Work {
  place: string;
  object: string;
  action: number;
  unit: string;
}

/** 今年度の達成目標: `counted` is to reach `value` of `unit`. */
export interface Aim {
  counted: string;
  unit: string;
  value: number;
}

const LEAST = 4;
const MOST = 6;

/** What a department begins with. */
export function beginUndertakings(field: Field, random: Random): Undertaking[] {
  return Array.from({ length: LEAST + random.integer(MOST - LEAST + 1) }, () => begin(field, random));
}

/**
 * What becomes of a department's undertakings in the next year: most go on, with other figures and some other works;
 * some end, two may be merged, and others begin. Between four and six are left.
 */
export function continueUndertakings(undertakings: readonly Undertaking[], field: Field, random: Random): Undertaking[] {
  const left = undertakings.filter(() => random.chance(0.82)).map((one) => goOn(one, field, random));
  if (left.length > 2 && random.chance(0.25)) left.splice(0, 2, merge(left[0]!, left[1]!));
  while (left.length < LEAST || (left.length < MOST && random.chance(0.3))) left.push(begin(field, random));
  return left;
}

function begin(field: Field, random: Random): Undertaking {
  return {
    subject: random.pick(field.subjects),
    audience: random.pick(AUDIENCES),
    end: random.pick(ENDS),
    works: Array.from({ length: 2 + random.integer(2) }, () => beginWork(field, random)),
    aims: random.pickSome(FIGURES, 1 + random.integer(2)).map(([counted, unit]) => ({ counted, unit, value: 5 * (2 + random.integer(40)) })),
  };
}

function beginWork(field: Field, random: Random): Work {
  return { place: random.pick(PLACES), object: random.pick(field.objects), action: random.integer(ACTIONS.length), unit: random.pick(field.units) };
}

function goOn(one: Undertaking, field: Field, random: Random): Undertaking {
  if (random.chance(0.15)) return one;
  return {
    ...one,
    end: random.chance(0.2) ? random.pick(ENDS) : one.end,
    works: one.works.map((work) =>
      random.chance(0.2) ? beginWork(field, random) : random.chance(0.3) ? { ...work, action: random.integer(ACTIONS.length) } : work,
    ),
    aims: one.aims.map((aim) => ({ ...aim, value: Math.max(5, aim.value + 5 * (random.integer(7) - 2)) })),
  };
}

function merge(one: Undertaking, other: Undertaking): Undertaking {
  const subject = one.subject.includes(other.subject) || one.subject.includes("と") ? one.subject : `${one.subject}と${other.subject}`;
  return {
    ...one,
    subject,
    works: [...one.works.slice(0, 2), ...other.works.slice(0, 2)],
    aims: [one.aims[0]!, ...other.aims.filter(({ counted }) => counted !== one.aims[0]!.counted).slice(0, 1)],
  };
}
