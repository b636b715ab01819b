import { isGoalNumber, layAhead } from "./ahead";
import { collectDepartment, collectMunicipality, collectOfficers, collectYear } from "./collect-head";
import { noteNumber } from "./goal-number";
import { belongsToAssessment, belongsToInitiative } from "./initiative-rating";
import { type MappedText, sliceMapped, trimMapped } from "./markup";
import { foldText, isSameText } from "./normalize";
import { findNumberPrefix, isNumberCell, type PrintedNumber, readNumberCell } from "./number-cell";
import { createGoalDraft, type Entry, type GoalDraft, type PlanDraft } from "./plan-draft";
import { makeMessage } from "./rules";
import { reportNotUnderstood, reportRepeated, spanTexts, type Walk } from "./walk-state";

interface Details {
  number: PrintedNumber | null;
  /** Whether 達成状況 and 達成度 stand beside each other. */
  paired: boolean;
}

/** Puts a heading and its value where they belong in the plan that is being read. */
export function collectEntry(walk: Walk, entry: Entry, { number, paired }: Details): void {
  if (layAhead(walk, entry)) return;
  switch (entry.label) {
    case "department":
      return collectDepartment(walk, entry);
    case "municipality":
      return collectMunicipality(walk, entry);
    case "year":
      return collectYear(walk, entry);
    case "officer":
      return collectOfficers(walk, entry);
    case "basicPolicy":
      walk.plan.basicPolicy.push(...entry.pieces);
      if (entry.pieces.length === 0) walk.plan.emptyHeadings.push(entry.heading);
      return;
    case "goal":
    case "goals":
      return collectGoal(walk, entry, number);
    case "ignored":
      return void walk.ignored.push(...entry.pieces);
    case "number":
      if (isGoalNumber(walk, entry)) return noteNumber(walk, walk.goal!, readNumberCell(entry.pieces[0]!)!);
      return void reportNotUnderstood(walk, ...entry.pieces);
    case "unknown":
    case "scale":
      return void reportNotUnderstood(walk, ...entry.pieces);
    case "policyGoal":
    case "policyArea":
      return collectPolicy(walk, entry, findGoal(walk, entry));
    case "achievement":
    case "rating":
      if (entry.label === "rating" && !paired && belongsToInitiative(walk.goal)) entry.label = "initiativeRating";
      if (entry.label === "initiativeRating") break;
      if (entry.label === "rating" && !paired && belongsToAssessment(walk.goal, entry.occasion)) entry.label = "overallRating";
      if (entry.label === "overallRating") break;
      if (!paired && walk.goal && !walk.goal.detailed && collectListedRating(walk.goal, entry)) return;
  }
  const goal = findGoal(walk, entry);
  goal.detailed = true;
  goal.entries.push(entry);
}

/** The plan's goal in whose section the walk stands; one without a heading where none has been read yet. */
function findGoal(walk: Walk, entry: Entry): GoalDraft {
  if (walk.goal) return walk.goal;
  const goal = createGoalDraft(entry.heading);
  walk.plan.goals.push(goal);
  walk.goal = goal;
  return goal;
}

/** A rating that stands before a goal's targets is that of the summary. */
function collectListedRating(goal: GoalDraft, entry: Entry): boolean {
  if (goal.listedTitle.length > 0 && goal.ownTitle.length > 0) return false;
  if (entry.pieces.length === 0) return true;
  const text = entry.pieces.map((piece) => piece.text).join("");
  if (text.length > 16 || text.includes("。") || goal.listedRating.length > 0) return false;
  goal.listedRating = entry.pieces;
  return true;
}

function collectPolicy(walk: Walk, entry: Entry, goal: GoalDraft): void {
  const { label, pieces } = entry;
  const field = label === "policyGoal" ? "policyGoal" : "policyArea";
  if (goal[field].length === 0) goal[field] = pieces;
  else if (pieces.length > 0) {
    const [known, found] = [goal[field], pieces].map((texts) => texts.map((piece) => piece.text).join(" ")) as [string, string];
    if (isSameText(known, found)) return reportRepeated(walk, pieces);
    walk.messages.push(makeMessage("value-differs", [entry.heading.text, known, found], { span: spanTexts(walk, pieces) }));
  }
}

/** Starts a goal's own section, and finds the goal that the summary listed for it. */
function collectGoal(walk: Walk, entry: Entry, headingNumber: PrintedNumber | null): void {
  let { pieces } = entry;
  let number = headingNumber;
  const first = pieces[0];
  if (!number && first && isNumberCell(first.text)) {
    number = readNumberCell(first);
    pieces = pieces.slice(1);
  } else if (!number && first) {
    const prefix = findNumberPrefix(first.text);
    if (prefix) {
      number = readNumberCell(sliceMapped(first, 0, prefix.length));
      pieces = [trimMapped(sliceMapped(first, prefix.length)), ...pieces.slice(1)].filter(({ text }) => text !== "");
    }
  }
  const title = joinTexts(pieces);
  const found = findListed(walk.plan, title, number);
  const goal = found ?? createGoalDraft(entry.heading);
  if (!found) walk.plan.goals.push(goal);
  goal.heading = entry.heading;
  goal.ownTitle = pieces;
  if (number) noteNumber(walk, goal, number);
  walk.goal = goal;
  for (const each of walk.ahead.splice(0)) collectEntry(walk, each, { number: null, paired: false });
}

/** Gives what waits for a goal's heading to a goal without one, where the document ends. */
export function collectAhead(walk: Walk): void {
  const [first] = walk.ahead;
  if (!first) return;
  findGoal(walk, first);
  for (const each of walk.ahead.splice(0)) collectEntry(walk, each, { number: null, paired: false });
}

/** The goal of the summary with this title, or else with this number, that has no section of its own yet. */
function findListed(plan: PlanDraft, title: string, number: PrintedNumber | null): GoalDraft | undefined {
  const isFree = (goal: GoalDraft): boolean => goal.ownTitle.length === 0 && !goal.detailed;
  const listedCount = plan.goals.length;
  plan.listed ??= { byNumber: new Map(), byTitle: new Map(), count: 0 };
  const { byNumber, byTitle } = plan.listed;
  for (; plan.listed.count < listedCount; plan.listed.count++) {
    const goal = plan.goals[plan.listed.count];
    if (!goal || !isFree(goal)) continue;
    addTo(byTitle, foldText(joinTexts(goal.listedTitle)), goal);
    if (goal.number) addTo(byNumber, goal.number.value, goal);
  }
  const named = title === "" ? undefined : byTitle.get(foldText(title));
  const same = named?.find((goal) => isFree(goal) && (!number || !goal.number || goal.number.value === number.value));
  if (same || !number) return same;
  if (number.value !== null) return byNumber.get(number.value)?.find(isFree);
  return plan.goals.find((goal) => isFree(goal) && goal.partedNumber && isSameText(goal.partedNumber.text, number.text.text));
}

function addTo<K>(map: Map<K, GoalDraft[]>, key: K, goal: GoalDraft): void {
  const known = map.get(key);
  if (known) known.push(goal);
  else map.set(key, [goal]);
}

function joinTexts(pieces: MappedText[]): string {
  return pieces.map((piece) => piece.text).join("\n");
}
