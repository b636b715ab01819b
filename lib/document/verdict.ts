import { cutText, joinLines } from "@/lib/domain/cut-text";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { Message } from "@/lib/domain/message";
import type { PriorityGoal } from "@/lib/domain/plan";
import type { PlanReading, Reading } from "@/lib/domain/reading";
import type { Standing, Verdict } from "@/lib/domain/verdict";
import { compileForm, type Form, KASHIWARA } from "./forms/form";
import { type HoldPlace, makeHold } from "./hold-rules";
import { isJsonText } from "./json-text";
import type { RuleName } from "./rules";
import { judgeStanding } from "./standing-rules";
import { findHeadingLine } from "./value-heading";

/**
 * What the reader says where it is open what belongs together, or whether the document is this city's; and where part of a
 * file was not read, or cannot be told apart for certain.
 */
export const HOLDING_MESSAGES: readonly RuleName[] = [
  ...(["pairing-doubtful", "target-missing", "columns-not-parted", "scale-not-read", "list-order-differs", "another-municipality"] as const),
  ...(["no-rules", "page-break", "unmapped-signs", "text-box", "not-calculated", "part-not-read"] as const),
];

const HOLDING = new Set<string>(HOLDING_MESSAGES);

/** What stands in a cell that is left empty. */
const NOTHING = /^[\s\-－−–—ー]*$/;

/** Characters of a rating's cell from which it is a sentence, not a rating. */
const SENTENCE = 20;

/**
 * Judges a reading by itself and by what stands before each of its plans (`standings`, one a plan, in order), never by
 * the clock. What cannot be used is refused; what looks right but may be wrong is held, with every reason and its place.
 * A plan JSON is what its writer meant: it is judged by what stands before alone.
 */
export function judgeReading(reading: Reading, standings: readonly Standing[]): Verdict {
  const errors = reading.messages.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return { verdict: "refused", reasons: errors };
  const isPlanJson = !reading.source && isJsonText(reading.text);
  const form = reading.form ? compileForm(reading.form) : KASHIWARA;
  const reasons = [
    ...(isPlanJson
      ? []
      : [
          ...reading.messages.filter(({ rule }) => HOLDING.has(rule)),
          ...reading.plans.flatMap((plan, position) => judgePlan(plan, position, form)),
          ...judgeRepeated(reading.plans),
        ]),
    ...reading.plans.flatMap(({ plan, places }, position) => judgeStanding(plan, standings[position]!, { span: places["/fiscalYear"]?.[0], plan: position })),
  ];
  return { verdict: reasons.length > 0 ? "held" : "stored", reasons };
}

/** Of one department and year a document has one plan: which of several would be shown is chance. */
function judgeRepeated(plans: readonly PlanReading[]): Message[] {
  const keyOf = ({ plan }: PlanReading) => JSON.stringify([plan.department, plan.fiscalYear]);
  return plans.flatMap((own, position) => {
    const { department, fiscalYear } = own.plan;
    if (plans.findIndex((other) => keyOf(other) === keyOf(own)) === position) return [];
    return [
      makeHold("plan-repeated", [formatFiscalYear(fiscalYear), department], { span: own.places["/department"]?.[0], plan: position, pointer: "/department" }),
    ];
  });
}

function judgePlan(own: PlanReading, position: number, form: Form): Message[] {
  const { plan, places } = own;
  const at = (pointer: string) => ({ span: places[pointer]?.[0], plan: position, pointer });
  const numbers = plan.priorityGoals.map(({ number }) => number);
  const repeated = [...new Set(numbers.filter((number, index) => numbers.indexOf(number) !== index))];
  const missing = Array.from({ length: Math.min(1000, Math.max(0, ...numbers)) }, (_, index) => index + 1).filter((number) => !numbers.includes(number));
  return [
    ...(repeated.length > 0 ? [makeHold("numbers-repeated", [repeated.join("、")], at("/priorityGoals"))] : []),
    ...(missing.length > 0 ? [makeHold("numbers-with-gaps", [numbers.join("、")], at("/priorityGoals"))] : []),
    ...judgeSection(own, position, "重点目標の一覧", "/priorityGoals", (pointer) => pointer.endsWith("/listedRating"), 2),
    ...plan.basicPolicy.flatMap((text, index) => judgeText("基本方針", text, form, at(`/basicPolicy/${index}`))),
    ...plan.priorityGoals.flatMap((goal, index) => judgeGoal(own, position, goal, `/priorityGoals/${index}`, form)),
  ];
}

function judgeGoal(own: PlanReading, position: number, goal: PriorityGoal, pointer: string, form: Form): Message[] {
  const at = (field: string) => ({ span: own.places[pointer + field]?.[0], plan: position, pointer: pointer + field });
  const { number, title } = goal;
  const name = `重点目標${number}`;
  const texts: [string, string | null, string][] = [
    [`${name}の名称`, title, "/title"],
    [`${name}の総合評価・総括`, goal.overallAssessment, "/overallAssessment"],
    [`${name}の今後に向けて検討すべきこと`, goal.futureConsiderations, "/futureConsiderations"],
    ...goal.targets.flatMap(({ text, achievement }, index): [string, string | null, string][] => [
      [`${name}の達成目標`, text, `/targets/${index}/text`],
      [`${name}の達成状況`, achievement, `/targets/${index}/achievement`],
    ]),
    ...goal.initiatives.flatMap(({ text, reportedResult, responsibleUnit }, index): [string, string | null, string][] => [
      [`${name}の具体的取組`, text, `/initiatives/${index}/text`],
      [`${name}の取組実績`, reportedResult, `/initiatives/${index}/reportedResult`],
      [`${name}の所管`, responsibleUnit, `/initiatives/${index}/responsibleUnit`],
    ]),
  ];
  return [
    ...(title.includes("\n") ? [makeHold("title-of-lines", [number, title], at("/title"))] : []),
    ...(title === "" ? [makeHold("title-empty", [number], at("/number"))] : []),
    ...([...title].length === 1 ? [makeHold("title-of-one-letter", [number, title], at("/title"))] : []),
    ...(isRating(title, own) ? [makeHold("title-is-rating", [number, title], at("/title"))] : []),
    ...texts.flatMap(([label, text, field]) => (text === null ? [] : judgeText(label, text, form, at(field)))),
    ...judgeSection(own, position, name, pointer, (each) => each.startsWith(`${pointer}/`) && !each.endsWith("/listedRating"), 1),
    ...Object.entries(own.ratingTexts)
      .filter(([each, text]) => each.startsWith(`${pointer}/`) && (text.includes("。") || text.length > SENTENCE) && ratingAt(own, each) === null)
      .map(([each, text]) => makeHold("sentence-as-rating", [text], { span: own.places[each]?.[0], plan: position, pointer: each })),
  ];
}

function judgeText(name: string, text: string, form: Form, at: HoldPlace): Message[] {
  const line = findHeadingLine(text, form);
  return line === null ? [] : [makeHold("heading-in-value", [name, line], at)];
}

/** A part of which ratings are printed, `least` at least, and none is known. */
function judgeSection(
  { ratingTexts, ...own }: PlanReading,
  position: number,
  name: string,
  pointer: string,
  isPart: (pointer: string) => boolean,
  least: number,
) {
  const printed = Object.entries(ratingTexts).filter(([each, text]) => isPart(each) && !NOTHING.test(text));
  if (printed.length < least || printed.some(([each]) => ratingAt(own, each) !== null)) return [];
  const texts = [...new Set(printed.map(([, text]) => `「${cutText(joinLines(text), SENTENCE)}」`))].slice(0, 3).join("、");
  return [makeHold("only-unknown-ratings", [name, texts], { span: own.places[printed[0]![0]]?.[0], plan: position, pointer })];
}

/** The rating that a plan has at a JSON Pointer to one. */
function ratingAt({ plan }: Pick<PlanReading, "plan">, pointer: string): string | null {
  return (
    (pointer
      .split("/")
      .slice(1)
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | null)?.[key], plan) as string | null | undefined) ?? null
  );
}

/** Whether a title is a rating of the plan's own scale, with or without its label, or a mark that stands for one anywhere. */
function isRating(title: string, { plan }: PlanReading): boolean {
  const text = title.normalize("NFKC").replace(/\s/g, "");
  if (/^(?:[A-E]|[◎○〇◯●△▲×✕])$/u.test(text)) return true;
  const forms = plan.ratingScale.flatMap(({ rating, label }) => [
    rating,
    ...(label === null ? [] : [label, `${rating}${label}`, `${rating}(${label})`, `${label}(${rating})`]),
  ]);
  return forms.some((form) => form.normalize("NFKC").replace(/\s/g, "") === text);
}
