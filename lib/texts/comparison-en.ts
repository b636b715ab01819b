import type { LinkKind } from "@/lib/domain/continuation";
import type { ComparisonTexts } from "./comparison-ja";
import { capital, fiscalYearEn, goalsOfEn, listEn, withCount } from "./english";
import { ribbonEn } from "./ribbon-en";

const nameLink = (kinds: readonly LinkKind[], checked: boolean) =>
  `${listEn(kinds.map((kind) => ribbonEn.kind[kind]))} (${checked ? "confirmed" : "candidate"})`;

/** Texts of 新旧対照, in English. */
export const comparisonEn: ComparisonTexts = {
  title: "Old and new text",
  table: "Old and new text side by side",
  older: (year) => `Old: ${fiscalYearEn(year)}`,
  newer: (year) => `New: ${fiscalYearEn(year)}`,
  revised: {
    before: "Where half of a text or more is the same, ",
    removed: "struck out",
    between: " is what the new text lacks, and ",
    added: "underlined",
    after: " what it adds. ",
  },
  rewritten: { before: "In other texts, phrases that both have are ", marked: "marked", after: ". " },
  sameForms: "Width, kana endings and blanks count as no change.",
  spoken: { removed: ["[removed]", "[end of removed]"], added: ["[added]", "[end of added]"], shared: ["[in both]", "[end of in both]"] },
  field: { title: "Title", target: "Targets of the year", achievement: "Achievement", assessment: "Overall assessment", result: "Reported result" },
  goalsOf: (numbers, department) => capital(goalsOfEn(numbers, department)),
  target: (position) => `Target ${position}`,
  initiativeNumbered: (position) => `Initiative ${position}`,
  initiative: (link) => `Initiatives: ${link}`,
  linked: nameLink,
  begun: (year) => `Not in ${fiscalYearEn(year)}`,
  ended: (end) => (end ? ribbonEn.ended(end) : ribbonEn.fate.ended),
  noPredecessor: (year) => `This initiative is not in ${fiscalYearEn(year)}, as a program finds; staff have not confirmed it`,
  noSuccessor: (year, end) => (end ? ribbonEn.ended(end) : `No successor was found in ${fiscalYearEn(year)} by a program; staff have not confirmed it`),
  considered: "Old: points to consider, and new: targets",
  none: "None stated",
  absent: (stage) => (stage === "plan" ? "Not evaluated yet" : "None stated"),
  rest: (count) => `… (${count} more characters)`,
  more: (count) => `${withCount(count, "more initiative stands", "more initiatives stand")} on the goals’ pages and in the documents.`,
  moreTexts: (count) => `${count} more`,
  chart: {
    name: "Old and new text of a priority goal",
    title: (year, department, number, title) => `Old and new text: ${fiscalYearEn(year)} ${department}, priority goal ${number} ${title}`,
    beside: (before, goals, links, year, number) => `${goals} of ${fiscalYearEn(before)} (${links}) beside priority goal ${number} of ${fiscalYearEn(year)}.`,
    same: (fields) => `The text is the same: ${listEn(fields)}.`,
    alike: (fields) => `Half or more of the text is the same: ${listEn(fields)}.`,
    rewritten: (fields) => `Less than half of the text is the same: ${listEn(fields)}.`,
    onlyOne: (fields) => `Stated in one of the years only: ${listEn(fields)}.`,
    notDrawn: (fields) => `Not in this drawing: ${listEn(fields)}.`,
    nothing: "No goal of an earlier year leads to this one, so there is no text to set beside it.",
    struck: "Struck out is what the new text lacks, underlined what it adds.",
    bold: "In texts of which less than half is the same, phrases that both have are bold.",
    elsewhere: (fields) => `The rest (${listEn(fields)}) stands in the data and on the goal’s page.`,
    initiatives: "initiatives",
    cut: "Long texts are cut.",
  },
};
