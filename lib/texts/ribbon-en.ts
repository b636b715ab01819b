import type { Level } from "@/lib/domain/continuation";
import { capital, countEn, fiscalYearEn, withCount } from "./english";
import type { ribbonJa } from "./ribbon-ja";

const ITEMS: Record<Level, readonly [string, string]> = { goal: ["priority goal", "priority goals"], initiative: ["initiative", "initiatives"] };
const KINDS = { continued: "Continued", merged: "Merged", split: "Split", related: "Related" } as const;
const LINKS = ["link", "links"] as const;

/** Texts of the ribbon of continuations, in English. */
export const ribbonEn: typeof ribbonJa = {
  title: (level, from, to, asides = []) =>
    `${capital(ITEMS[level][1])} ${from === "" ? "carried on" : from === to ? `of ${from}` : `carried on from ${from} to ${to}`}${asides.length > 0 ? ` (${asides.join("; ")})` : ""}`,
  level: { goal: "priority goal", initiative: "initiative" },
  kind: KINDS,
  status: { proposed: "Candidate", confirmed: "Confirmed", added: "Added", rejected: "Rejected" },
  statusInFull: {
    proposed: "Candidate found by a program (not confirmed)",
    confirmed: "Confirmed by staff",
    added: "Added by staff",
    rejected: "Rejected by staff",
  },
  fate: { "lives-on": "Carried on", ended: "No successor found", new: "Not in the document before", "new-and-ended": "In no document before or after" },
  endDecided: "Ended (confirmed)",
  ended: ({ endKind = "unknown" }) => `${ENDS[endKind]} (confirmed)`,
  rating: (rating) => `rated ${rating}`,
  initiatives: (count) => countEn(count, ITEMS.initiative),
  related: "Related only (not carried on)",
  none: "–",
  noItems: "Nothing meets the conditions.",
  nothingToCompare: "There is no year to compare with.",
  severalScales: "Rating scales differ between documents, so the same letter need not mean the same.",
  counted: (of) => `As there are very many, ${ITEMS[of][1]} are counted by department and year; choose a department to see each.`,
  table: { before: "Before", kind: "Relation", after: "After", score: "Likelihood (estimated)", status: "Status", phrases: "Phrases in common" },
  countedTable: { department: "Department", from: "Earlier year", to: "Later year", total: "Count" },
  chosenLinks: (names) => `links: ${names.join(", ")}`,
  links: (count, parts) => `${countEn(count, LINKS)}: ${parts.join(", ")}.`,
  proposed: (count) => `${countEn(count, ["candidate", "candidates"])} found by a program`,
  confirmed: (count) => `${count} confirmed by staff`,
  added: (count) => `${count} added by staff`,
  leftOut: (of, items, links) =>
    `Filters leave out ${[...(items > 0 ? [countEn(items, ITEMS[of])] : []), ...(links > 0 ? [countEn(links, LINKS)] : [])].join(" and ")}.`,
  oneEnded: (count) =>
    `${countEn(count, LINKS)} of these ${count === 1 ? "has" : "have"} one end that the filters leave out, and ${count === 1 ? "stands" : "stand"} in the table only.`,
  cut: (count) => `${count} more are not in the chart and its table; filter them, or take the CSV file.`,
  noneIn: (year, of) => `There are no ${ITEMS[of][1]} of ${fiscalYearEn(year)}.`,
  past: (year, of, { all, on, ended, endDecided, takenIn, into, divided }, { to, sure }) => {
    const asides = [...(takenIn > 0 ? [`${takenIn} merged into ${into}`] : []), ...(divided > 0 ? [`${divided} split`] : [])];
    const aside = asides.length > 0 ? ` (${asides.join(", ")})` : "";
    const later = fiscalYearEn(to);
    const parts = [
      ...(on > 0
        ? [
            sure === "all"
              ? `${withCount(on, "goes", "go")} on to ${later}${aside}`
              : `${withCount(on, "has", "have")} a ${sure === "some" ? `continuation in ${later} (candidates included)` : `candidate for a continuation in ${later}`}${aside}`,
          ]
        : []),
      ended > 0
        ? `${withCount(ended, "has", "have")} no successor that was found${endDecided > 0 ? ` (staff confirmed that ${endDecided} ended)` : ""}`
        : "none is without a successor",
    ];
    return `Of ${countEn(all, ITEMS[of])} of ${fiscalYearEn(year)}, ${parts.join(", and ")}.`;
  },
  begun: (year, all, begun, { from, guessed }) =>
    `Of the ${all} of ${fiscalYearEn(year)}, ${begun > 0 ? withCount(begun, "is", "are") : "none is"} not in ${fiscalYearEn(from)}${begun > 0 && guessed ? " (as a program finds)" : ""}.`,
  chained: (from, to) => `From ${fiscalYearEn(from)} to ${fiscalYearEn(to)}, the links of the years between are followed.`,
  span: (from, to, of, all, through) =>
    `Of ${countEn(all, ITEMS[of])} of ${fiscalYearEn(from)}, ${through === 0 ? "none goes" : withCount(through, "goes", "go")} on without a break to ${fiscalYearEn(to)}.`,
  node: (year, department, of, tag, text, notes) => `${fiscalYearEn(year)} ${department} ${ITEMS[of][0]} ${tag} ${text} (${notes.join(", ")})`,
  hiddenLinks: (count) => `${countEn(count, LINKS)} left out by filters`,
  flow: (kind, before, after, status, score, phrases) =>
    `“${before}” ${FLOWS[kind]} “${after}” (${status}, likelihood: ${score})${phrases.length > 0 ? `. Phrases in common: ${phrases.join(", ")}` : ""}`,
  evidence: (kind, before, after) => `${KINDS[kind]}: evidence for “${before}” and “${after}”`,
  countedYear: (year, department, of, { total, begun, ended }) => {
    const notes = [...(begun > 0 ? [`${begun} not in the document before`] : []), ...(ended > 0 ? [`${ended} without a successor`] : [])].join(", ");
    return `${fiscalYearEn(year)} ${department} ${countEn(total, ITEMS[of])}${notes && ` (${notes})`}`;
  },
  countedFlow: ([earlier, from, before], [later, to, after], { links, checked }) =>
    `${earlier} ${before} of ${fiscalYearEn(from)} go on to ${earlier === later ? "" : `${later} `}${after} of ${fiscalYearEn(to)} (${countEn(links, LINKS)}${checked > 0 ? `, ${checked} confirmed by staff` : ""})`,
};

const ENDS = {
  achieved: "Ended as achieved",
  routine: "Became routine work",
  merged: "Ended by a merger",
  cancelled: "Cancelled",
  unknown: "Ended, for unknown reasons",
} as const;

const FLOWS = { continued: "is continued by", merged: "is merged into", split: "is split into", related: "is related only to" } as const;
