import { findGapFindings } from "@/lib/continuation/gap-finding";
import { nameSubject, settleDecisions } from "@/lib/continuation/settlement";
import { type ContinuationHistory, listLinks } from "@/lib/domain/continuation-history";
import type { DecisionFinding } from "@/lib/domain/decision-finding";
import type { DatasetRow } from "@/lib/domain/rows";
import { homeMunicipality } from "../config";
import type { Database } from "../connection/database";
import type { DecisionEvent } from "../decision-event";
import { parsePublicId, shownId } from "../identifier";
import { readContinuations } from "./continuations";
import { createEventReader } from "./decision-events";

/** A finding with the digest of the event that it is about. */
export type EventFinding = DecisionFinding & { event: string };

/** What planners should look at again of what they decided: the decisions in force in a dataset that change nothing, or that the chain of links contradicts. */
export async function listDecisionFindings(db: Database, dataset: DatasetRow): Promise<EventFinding[]> {
  const readEvents = await createEventReader(db, dataset.sequence);
  const events = await readEvents(dataset.municipalityId);
  const findings: EventFinding[] = [];
  for (const municipalityId of new Set(events.map((event) => event.municipalityId))) {
    const history = await readContinuations(db, { ...dataset, municipalityId }, { reasons: false });
    findings.push(
      ...checkEvents(
        events.filter((event) => event.municipalityId === municipalityId),
        history,
      ),
    );
  }
  return findings;
}

function checkEvents(events: readonly DecisionEvent[], history: ContinuationHistory): EventFinding[] {
  const home = homeMunicipality();
  const { inForce, idle } = settleDecisions(events.map((event) => showKeys(event, home)));
  const links = listLinks(history);
  const linked = new Set(links.map(({ predecessorKey: predecessor, successorKey: successor }) => nameSubject({ predecessor, successor })));
  const compared = new Set(history.comparisons.map(({ from, to }) => `${from} ${to}`));
  const years = new Map(history.items.map(({ key, fiscalYear }) => [key, fiscalYear]));
  const overGaps = new Map(findGapFindings(history).map((finding) => [nameSubject({ predecessor: finding.args[0], successor: finding.args[1] }), finding]));
  const check = (event: DecisionEvent): DecisionFinding | null => {
    const { predecessor, successor, municipalityId } = event;
    if (successor !== null && parsePublicId(successor, home).municipalityId !== municipalityId)
      return { rule: "decision-without-comparison", args: [predecessor, successor] };
    const missing = [predecessor, successor ?? predecessor].find((key) => !years.has(key));
    if (missing !== undefined) return { rule: "decision-without-item", args: [missing] };
    if (successor === null) return null;
    if (linked.has(nameSubject(event))) return overGaps.get(nameSubject(event)) ?? null;
    const isCompared = compared.has(`${years.get(predecessor)} ${years.get(successor)}`);
    return { rule: isCompared ? "decision-without-link" : "decision-without-comparison", args: [predecessor, successor] };
  };
  return [
    ...inForce.flatMap((event): EventFinding[] => {
      const finding = check(event);
      return finding ? [{ ...finding, event: event.digest }] : [];
    }),
    ...idle.map(({ predecessor, successor, digest }): EventFinding => ({ rule: "undo-without-decision", args: [predecessor, successor], event: digest })),
  ];
}

/** An event with its items' keys as the site of `home` shows them. */
function showKeys(event: DecisionEvent, home: string): DecisionEvent {
  return { ...event, predecessor: shownId(event.predecessor, home), successor: event.successor === null ? null : shownId(event.successor, home) };
}
