import { departmentId } from "./identifier";

/** A city's decision: from `fiscalYear` on, `to` stand in the place of `from`; names as documents write them. */
export interface Reorganisation {
  from: readonly string[];
  to: readonly string[];
  fiscalYear: number;
  note?: string | undefined;
}

/** A merger, a split, or both: departments by their ids, renamings passed over. */
export interface DepartmentChange {
  from: readonly string[];
  to: readonly string[];
  fiscalYear: number;
}

/** Departments that compare as one over a span of years: those before all changes within it, and those after. */
export interface JoinedDepartments {
  before: string[];
  after: string[];
}

/** What reorganisations come to. A department has one id through all its names: that of the last. */
export interface SettledDepartments {
  /** The id of each name, and of each former name's id. */
  ids: ReadonlyMap<string, string>;
  /** All ids that an id stands for, its own among them. */
  aliases: ReadonlyMap<string, readonly string[]>;
  /** What is no renaming, the earliest first. */
  changes: readonly DepartmentChange[];
}

/** Settles which names are one department (one became one), and which departments only compare together. */
export function settleDepartments(reorganisations: readonly Reorganisation[]): SettledDepartments {
  const ordered = reorganisations.toSorted((a, b) => a.fiscalYear - b.fiscalYear);
  const last = new Map<string, string>();
  for (const { from, to } of ordered.filter(isRenaming)) {
    for (const [name, now] of last) if (now === from[0]) last.set(name, to[0]!);
    last.set(from[0]!, to[0]!);
    last.set(to[0]!, to[0]!);
  }
  const idOf = (name: string) => departmentId(last.get(name) ?? name);
  const names = [...last.keys()];
  const aliases = new Map<string, string[]>();
  for (const name of names) aliases.set(idOf(name), [...(aliases.get(idOf(name)) ?? []), departmentId(name)]);
  return {
    ids: new Map(
      names.flatMap(
        (name) =>
          [
            [name, idOf(name)],
            [departmentId(name), idOf(name)],
          ] as const,
      ),
    ),
    aliases,
    changes: ordered.filter((each) => !isRenaming(each)).map(({ from, to, fiscalYear }) => ({ from: from.map(idOf), to: to.map(idOf), fiscalYear })),
  };
}

/**
 * Which departments have to be taken together when two years are compared: what changes after `from` and up to `to` tie
 * to each other, directly or through others. A department that no change touches compares alone, and is not listed.
 */
export function joinDepartments(changes: readonly DepartmentChange[], from: number, to: number): JoinedDepartments[] {
  let joined: JoinedDepartments[] = [];
  for (const change of changes.filter(({ fiscalYear }) => fiscalYear > from && fiscalYear <= to)) {
    const tied = joined.filter(({ after }) => after.some((id) => change.from.includes(id) || change.to.includes(id)));
    const stood = tied.flatMap(({ after }) => after);
    const fresh = change.from.filter((id) => !stood.includes(id));
    const one: JoinedDepartments = {
      before: [...tied.flatMap(({ before }) => before), ...fresh],
      after: [...new Set([...stood.filter((id) => !change.from.includes(id)), ...change.to])],
    };
    joined = [...joined.filter((each) => !tied.includes(each)), one];
  }
  return joined;
}

function isRenaming({ from, to }: Reorganisation): boolean {
  return from.length === 1 && to.length === 1;
}
