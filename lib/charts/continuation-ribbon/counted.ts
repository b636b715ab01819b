import type { Level } from "@/lib/domain/continuation";
import { isStanding } from "@/lib/domain/continuing";
import type { Department } from "@/lib/domain/department";
import type { Language } from "@/lib/texts/language";
import { groupBy } from "../group-by";
import { areMany } from "./many";
import { type ContinuationRibbon, isOfDepartment } from "./model";

/** A department's items in a year. What came into the year before, or left after it, is neither new nor ended. */
export interface CountedYear {
  fiscalYear: number;
  total: number;
  begun: number;
  ended: number;
}

/** What went on from a department's year to a year of the same department, or of another: `before` items became `after` ones. */
export interface CountedFlow {
  from: { department: number; fiscalYear: number };
  to: { department: number; fiscalYear: number };
  before: number;
  after: number;
  links: number;
  /** Links that planners confirmed or added. */
  checked: number;
}

export interface CountedDepartment extends Department {
  years: CountedYear[];
}

/** The ribbon as counts by department and year: what a drawing of very many takes. */
export interface CountedRibbon {
  language: Language;
  level: Level;
  fiscalYears: number[];
  departments: CountedDepartment[];
  /** `department` is an index into `departments`. */
  flows: CountedFlow[];
}

/** The ribbon's counts where it holds too many items to be read one by one; `null` where it does not, or where there is but one department. */
export function countRibbon(ribbon: ContinuationRibbon): CountedRibbon | null {
  const nodes = ribbon.columns.flatMap((column) => column.nodes);
  if (!areMany(nodes.map(({ item }) => item))) return null;
  const indices = new Map(ribbon.departments.map((department, index) => [keyOf(department.municipality, department.id), index]));
  const departmentOf = (node: (typeof nodes)[number]) => indices.get(keyOf(node.item.municipality, node.item.departmentId))!;
  const placeOf = (node: (typeof nodes)[number]) => ({ department: departmentOf(node), fiscalYear: node.item.fiscalYear });
  const continuing = ribbon.flows.filter(({ link }) => isStanding(link));
  const groups = groupBy(continuing, ({ predecessor, successor }) => JSON.stringify([placeOf(predecessor), placeOf(successor)]));
  return {
    language: ribbon.language,
    level: ribbon.level,
    fiscalYears: ribbon.columns.map(({ fiscalYear }) => fiscalYear),
    departments: ribbon.departments.map((department) => ({
      ...department,
      years: ribbon.columns.map(({ fiscalYear, nodes: all }) => {
        const own = all.filter(({ item }) => isOfDepartment(item, department));
        const count = (...fates: string[]) => own.filter(({ fate }) => fates.includes(fate)).length;
        return { fiscalYear, total: own.length, begun: count("new", "new-and-ended"), ended: count("ended", "new-and-ended") };
      }),
    })),
    flows: [...groups.values()].map((flows) => ({
      from: placeOf(flows[0]!.predecessor),
      to: placeOf(flows[0]!.successor),
      before: new Set(flows.map(({ predecessor }) => predecessor)).size,
      after: new Set(flows.map(({ successor }) => successor)).size,
      links: flows.length,
      checked: flows.filter(({ link }) => link.status !== "proposed").length,
    })),
  };
}

function keyOf(municipality: string, department: string): string {
  return `${municipality}\n${department}`;
}
