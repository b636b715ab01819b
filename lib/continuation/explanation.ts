import type { Attribute, Change, Reason } from "@/lib/domain/continuation";
import { findSharedPhrases } from "./phrase";
import type { PlanItem } from "./plan-item";
import type { Scoring } from "./scoring";
import { shareGrams } from "./similarity";

const ATTRIBUTES: readonly Attribute[] = ["department", "responsibleUnit", "policyArea", "policyGoal"];

/** The phrases, attributes and rivals of one pair, at either level. */
export function explainPair(scoring: Scoring, i: number, j: number): Reason[] {
  const [predecessor, successor] = [scoring.predecessors[i]!, scoring.successors[j]!];
  const { predecessorVectors, successorVectors } = scoring.comparison;
  const products = shareGrams(predecessorVectors[i]!, successorVectors[j]!);
  const phrases = findSharedPhrases(predecessor.fields, successor.fields, products);
  return [
    ...phrases.map((phrase): Reason => ({ what: "phrase", ...phrase })),
    ...ATTRIBUTES.flatMap((attribute): Reason[] => {
      const [from, value] = [readAttribute(predecessor, attribute), readAttribute(successor, attribute)];
      return from !== null && value !== null && isSame(from, value) ? [{ what: "same", attribute, value }] : [];
    }),
    ...findRivals(scoring, i, j),
  ];
}

/** What became of department, unit, area and pillar from one item to the other. */
export function findChanges(predecessor: PlanItem, successor: PlanItem): Change[] {
  return ATTRIBUTES.flatMap((what) => {
    const [from, to] = [readAttribute(predecessor, what), readAttribute(successor, what)];
    return from === null || to === null || isSame(from, to) ? [] : [{ what, from, to }];
  });
}

function findRivals({ comparison, predecessors, successors }: Scoring, i: number, j: number): Reason[] {
  const { predecessorLead, successorLead } = comparison.evidence(i, j);
  const rivals: Reason[] = [];
  if (predecessorLead > 0) {
    const column = comparison.similarities.map((row) => row[j]!);
    const item = predecessors[column.indexOf(Math.max(...column))]!.ref;
    rivals.push({ what: "rival", side: "predecessor", item, lead: predecessorLead });
  }
  if (successorLead > 0) {
    const row = comparison.similarities[i]!;
    const item = successors[row.indexOf(Math.max(...row))]!.ref;
    rivals.push({ what: "rival", side: "successor", item, lead: successorLead });
  }
  return rivals;
}

function readAttribute(item: PlanItem, attribute: Attribute): string | null {
  return attribute === "responsibleUnit" ? item.unit : item[attribute];
}

/** Full and half width and blanks make no difference. */
function isSame(a: string, b: string): boolean {
  return tidy(a) === tidy(b);
}

function tidy(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "");
}
