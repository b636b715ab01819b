import type { Level, LinkKind } from "@/lib/domain/continuation";
import type { ContinuationHistory, ContinuationItem, ContinuationLink } from "@/lib/domain/continuation-history";
import { isStanding } from "@/lib/domain/continuing";
import type { DecisionRecord, Status } from "@/lib/domain/decision";
import { type Department, listDepartments } from "@/lib/domain/department";
import { NONE } from "@/lib/domain/goal-filter";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { Language } from "@/lib/texts/language";
import { joinLineages } from "./lineage";
import { areMany } from "./many";
import type { Fate, RibbonColumn, RibbonFlow, RibbonLineage, RibbonNode } from "./node";
import { compareItems, orderNodes, tagItem } from "./order";
import { listRibbonRows, type RibbonRow } from "./row";
import { shareNodes } from "./share";

/** Which items and links to draw: within a field any of the values, across fields all; an absent or empty field takes all. */
export interface RibbonFilter {
  /** Department ids. */
  departments?: string[];
  policyAreas?: string[];
  policyGoals?: string[];
  responsibleUnits?: string[];
  kinds?: LinkKind[];
  statuses?: Status[];
}

export interface RibbonOptions {
  level: Level;
  filter: RibbonFilter;
  /** Japanese where it is not said. */
  language?: Language;
}

/** What became of one year's items in a later one, as counts that can be linked: all lists hold keys of shown items. */
export interface RibbonComparison {
  from: number;
  to: number;
  before: string[];
  after: string[];
  livesOn: string[];
  ended: string[];
  begun: string[];
  /** Of the ended, those that planners said have. */
  endDecided: string[];
  /** Continuing links of shown items, to whatever items, that are not rejected, also those that the filter leaves out. */
  links: ContinuationLink[];
}

/** View model of the ribbon of continuations: what the drawing, the sentence and the table take. */
export interface ContinuationRibbon {
  /** What it is told in. */
  language: Language;
  level: Level;
  columns: RibbonColumn[];
  flows: RibbonFlow[];
  lineages: RibbonLineage[];
  comparisons: RibbonComparison[];
  rows: RibbonRow[];
  /** The departments shown, from top to bottom. */
  departments: Department[];
  /** Continuing links that are not rejected and have a shown item at one end at least, as far as the filter takes them. */
  links: ContinuationLink[];
  /** What the filter leaves out: items, and such links. */
  leftOut: { items: number; links: number };
  /** How many of the links lead to or come from an item that is not shown: they stand in the table alone. */
  oneEnded: number;
}

/** Makes the ribbon of all years of a history. The order of what the history holds changes nothing. */
export function makeRibbon(history: ContinuationHistory, { level, filter, language = "ja" }: RibbonOptions): ContinuationRibbon {
  const ofLevel = history.items.filter((item) => item.level === level).sort(compareItems);
  const items = ofLevel.filter((item) => takesItem(item, filter));
  const shown = new Set(items.map((item) => item.key));
  const comparisons = [...history.comparisons].sort((a, b) => a.from - b.from || a.to - b.to);
  const places = new Map(ofLevel.map((item, index) => [item.key, index]));
  const placeOf = (key: string) => places.get(key) ?? 0;
  const links = comparisons
    .flatMap((comparison) => comparison.links)
    .filter((link) => link.level === level)
    .sort((a, b) => placeOf(a.predecessorKey) - placeOf(b.predecessorKey) || placeOf(a.successorKey) - placeOf(b.successorKey));
  const isBetween = (link: ContinuationLink) => shown.has(link.predecessorKey) && shown.has(link.successorKey);
  const touching = links.filter((link) => shown.has(link.predecessorKey) || shown.has(link.successorKey));
  const taken = touching.filter((link) => isTaken(filter.kinds, link.kind) && isTaken(filter.statuses, link.status));
  const drawn = taken.filter((link) => isBetween(link) && link.status !== "rejected");
  const standing = taken.filter(isStanding);
  const drawnOnes = new Set(drawn);

  const ended = new Set(comparisons.flatMap((comparison) => comparison.ended));
  const begun = new Set(comparisons.flatMap((comparison) => comparison.begun));
  const ends: Record<string, DecisionRecord> = Object.assign({}, ...comparisons.map(({ endRecords }) => endRecords));
  const hidden = countEnds(links.filter((link) => link.status !== "rejected" && !drawnOnes.has(link)));
  const makeNode = (item: ContinuationItem): RibbonNode => ({
    key: item.key,
    item,
    tag: tagItem(item),
    size: Math.max(1, item.initiatives),
    fate: decideFate(begun.has(item.key), ended.has(item.key)),
    end: ends[item.key] ?? null,
    tone: item.rating?.tone ?? "none",
    lineage: 0,
    hiddenLinks: hidden.get(item.key) ?? 0,
  });
  const nodes = items.map(makeNode);
  const linked = new Set(taken.flatMap(({ predecessorKey, successorKey }) => [predecessorKey, successorKey]));
  const partners = ofLevel.filter(({ key }) => linked.has(key) && !shown.has(key)).map(makeNode);
  const years = [...new Set(history.items.map((item) => item.fiscalYear))].sort((a, b) => a - b);
  // Of very many only counts are drawn, which cross nothing: document order stays.
  const columns = orderNodes(years, nodes, areMany(items) ? [] : drawn.filter(isStanding));
  const flows = shareNodes(columns, drawn);
  return {
    language,
    level,
    columns,
    flows,
    lineages: joinLineages(columns, flows),
    comparisons: comparisons.map((comparison) => {
      const before = keysOf(items, comparison.from);
      const after = keysOf(items, comparison.to);
      const [own, gone, added] = [new Set(comparison.links), new Set(comparison.ended), new Set(comparison.begun)];
      return {
        from: comparison.from,
        to: comparison.to,
        before,
        after,
        livesOn: before.filter((key) => !gone.has(key)),
        ended: before.filter((key) => gone.has(key)),
        begun: after.filter((key) => added.has(key)),
        endDecided: before.filter((key) => gone.has(key) && ends[key]),
        links: touching.filter((link) => isStanding(link) && own.has(link)),
      };
    }),
    rows: listRibbonRows({ columns, partners }, comparisons, taken),
    departments: listDepartments(items).map((department) => ({ ...department, name: chartTexts(language).department(department) })),
    links: standing,
    leftOut: { items: ofLevel.length - items.length, links: links.filter(isStanding).length - standing.length },
    oneEnded: standing.filter((link) => !isBetween(link)).length,
  };
}

/** True for an item of the department. */
export function isOfDepartment(item: ContinuationItem, department: Department): boolean {
  return item.departmentId === department.id && item.municipality === department.municipality;
}

function takesItem(item: ContinuationItem, filter: RibbonFilter): boolean {
  const units = item.responsibleUnits.length > 0 ? item.responsibleUnits : [NONE];
  return (
    isTaken(filter.departments, item.departmentId) &&
    isTaken(filter.policyAreas, item.policyArea ?? NONE) &&
    isTaken(filter.policyGoals, item.policyGoal?.name ?? NONE) &&
    units.some((unit) => isTaken(filter.responsibleUnits, unit))
  );
}

function isTaken<T>(values: readonly T[] | undefined, value: T): boolean {
  return !values || values.length === 0 || values.includes(value);
}

function countEnds(links: readonly ContinuationLink[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of links.flatMap((link) => [link.predecessorKey, link.successorKey])) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function decideFate(isNew: boolean, hasEnded: boolean): Fate {
  if (isNew) return hasEnded ? "new-and-ended" : "new";
  return hasEnded ? "ended" : "lives-on";
}

function keysOf(items: readonly ContinuationItem[], fiscalYear: number): string[] {
  return items.filter((item) => item.fiscalYear === fiscalYear).map((item) => item.key);
}
