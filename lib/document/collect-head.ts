import { findFiscalYear } from "@/lib/domain/fiscal-year";
import type { LineKind } from "@/lib/domain/reading";
import { beginsByHeading } from "./ahead";
import { type MappedText, sliceMapped, trimMapped } from "./markup";
import { findMunicipality, isOwnMunicipality } from "./municipality";
import { isSameText } from "./normalize";
import { readPeople } from "./officers";
import { createPlanDraft, type Entry, type PlanDraft } from "./plan-draft";
import { makeMessage } from "./rules";
import type { Title } from "./title";
import { printText, reportNotUnderstood, reportRepeated, type Walk } from "./walk-state";

/** The department of the plan that is being read, or of the next one; a municipality before its name is told where it is another. */
export function collectDepartment(walk: Walk, entry: Entry): void {
  const [name, ...others] = entry.pieces;
  if (others.length > 0) reportNotUnderstood(walk, ...others);
  if (!name) return;
  const municipality = findMunicipality(name.text);
  const rest = municipality && trimMapped(sliceMapped(name, municipality.end));
  if (!municipality || !rest || !/(?:[部局室課院会所庁団]|センター)$/.test(rest.text)) return nameDepartment(walk, name, false);
  const printed = sliceMapped(name, 0, municipality.end);
  if (isOwnMunicipality(printed.text, walk.municipality)) walk.headings.push(printed);
  else reportMunicipality(walk, printed);
  nameDepartment(walk, rest, false);
}

/** The municipality's own name belongs to its heading; another one is told. */
export function collectMunicipality(walk: Walk, { pieces }: Entry): void {
  for (const piece of pieces) {
    if (isSameText(piece.text, walk.municipality) || isOwnMunicipality(piece.text, walk.municipality)) walk.headings.push(piece);
    else reportMunicipality(walk, piece);
  }
}

/** The year of the plan that is being read, and of those that follow in the same file. */
export function collectYear(walk: Walk, entry: Entry): void {
  for (const piece of entry.pieces) {
    const found = findFiscalYear(piece.text);
    if (!found) {
      reportNotUnderstood(walk, piece);
      continue;
    }
    const place = sliceMapped(piece, found.index, found.index + found.length);
    const known = walk.plan.year;
    walk.headings.push(piece);
    if (known && known.value !== found.year && walk.plan.goals.length > 0) {
      const { department } = walk.plan;
      walk.sharedYear = { text: place.text, value: found.year, spans: [walk.span(place)] };
      const listed = beginsByHeading(walk) && findPlan(walk, department?.text, found.year);
      if (listed) {
        walk.plan = listed;
        walk.goal = null;
        listed.year!.spans.push(...walk.sharedYear.spans);
        continue;
      }
      const title = walk.sharedTitle;
      const next = startPlan(walk);
      next.title = title && { text: title.text, spans: [...title.spans] };
      next.year = walk.sharedYear;
      // Where none is named again, it is the same department's.
      next.department = department && { text: department.text, spans: [...department.spans] };
      next.departmentFromTitle = true;
    } else if (known && known.value !== found.year) {
      walk.messages.push(makeMessage("value-differs", [entry.heading.text, known.text, place.text], { span: walk.span(piece) }));
    } else if (known) known.spans.push(walk.span(place));
    else walk.plan.year = walk.sharedYear = { text: place.text, value: found.year, spans: [walk.span(place)] };
  }
}

/** Names under a post, each once however often they are printed. */
export function collectOfficers(walk: Walk, entry: Entry): void {
  const post = printText(walk, entry.heading);
  for (const piece of entry.pieces) {
    if (piece.text.length > 60 || piece.text.includes("。")) {
      reportNotUnderstood(walk, piece);
      continue;
    }
    for (const person of readPeople(piece)) {
      const name = printText(walk, person.name);
      const duty = person.duty && printText(walk, person.duty);
      const key = JSON.stringify([post.text, name.text, duty?.text]);
      const known = walk.plan.officers.get(key);
      if (known) {
        known.post.spans.push(...post.spans);
        known.name.spans.push(...name.spans);
        if (duty) known.duty?.spans.push(...duty.spans);
      } else {
        walk.plan.officers.set(key, { post: { text: post.text, spans: [...post.spans] }, name, duty });
      }
    }
  }
}

/** Names the department of the plan that is being read, or starts the next plan where it is another one. */
function nameDepartment(walk: Walk, cell: MappedText, fromTitle: boolean): void {
  const { plan } = walk;
  const name = printText(walk, cell);
  if (plan.department && isSameText(plan.department.text, name.text)) {
    if (plan.department.text === name.text) plan.department.spans.push(...name.spans);
    else reportRepeated(walk, [cell]);
    plan.departmentFromTitle &&= fromTitle;
    return;
  }
  const year = plan.goals.length > 0 ? plan.year : (plan.year ?? walk.sharedYear);
  const listed = beginsByHeading(walk) && findPlan(walk, name.text, year?.value);
  if (listed) {
    walk.plan = listed;
    walk.goal = null;
    listed.department!.spans.push(...name.spans);
    return;
  }
  // What was taken over from the plan of another year is no name that it has.
  const isCarried = plan.department !== null && walk.plans.at(-2)?.department?.spans[0] === plan.department.spans[0];
  if (plan.department && (hasContent(plan) || !plan.departmentFromTitle)) {
    const title = walk.sharedTitle;
    const next = startPlan(walk);
    next.title = title && { text: title.text, spans: [...title.spans] };
    next.year = walk.sharedYear;
  } else if (plan.department && !isCarried) {
    walk.messages.push(makeMessage("department-differs", [plan.department.text, name.text], { span: walk.span(cell) }));
  }
  walk.plan.department = name;
  walk.plan.departmentFromTitle = fromTitle;
}

/** The plan that a row of a list goes on with: of the same department and year, further above. */
function findPlan({ plans, plan }: Walk, department: string | undefined, year: number | undefined): PlanDraft | undefined {
  if (department === undefined || year === undefined) return undefined;
  return plans.find(
    (each) => each !== plan && each.goals.length > 0 && each.department && isSameText(each.department.text, department) && each.year?.value === year,
  );
}

/** Notes a title that is repeated above a further page, and says whether it was one. The text around it goes on. */
export function noteRepeatedTitle(walk: Walk, cell: MappedText, title: Title): boolean {
  const text = printText(walk, undecorate(cell));
  const { plan } = walk;
  if (plan.title?.text !== text.text) return walk.sharedTitle?.text === text.text;
  plan.title.spans.push(...text.spans);
  const name = title.department && printText(walk, sliceMapped(cell, title.department.from, title.department.to));
  if (name && plan.department?.text === name.text) plan.department.spans.push(...name.spans);
  return true;
}

/** Reads a title line, of the current plan or of the next one. */
export function readPlanTitle(walk: Walk, cell: MappedText, title: Title): LineKind {
  const name = title.department && sliceMapped(cell, title.department.from, title.department.to);
  const yearText = title.year && sliceMapped(cell, title.year.from, title.year.to);
  let { plan } = walk;
  const year = title.year && yearText && { text: yearText.text, value: title.year.value, spans: [walk.span(yearText)] };
  const isOther = (name && plan.department && !isSameText(plan.department.text, name.text)) || (year && plan.year && plan.year.value !== year.value);
  if (hasContent(plan) || plan.title || isOther) {
    plan = startPlan(walk);
  }
  plan.title = printText(walk, undecorate(cell));
  if (year) {
    plan.year = year;
    walk.sharedYear = year;
  } else {
    plan.year ??= walk.sharedYear;
  }
  if (title.municipality) reportMunicipality(walk, sliceMapped(cell, title.municipality.from, title.municipality.to));
  walk.sharedTitle = name ? null : plan.title;
  if (name) nameDepartment(walk, name, true);
  walk.mode = "head";
  return "field";
}

/** Says that a text names another municipality than the one that it is read for. */
export function reportMunicipality(walk: Walk, name: MappedText): void {
  walk.messages.push(makeMessage("another-municipality", [name.text, walk.municipality], { span: walk.span(name) }));
}

/** A further plan of the same file. */
function startPlan(walk: Walk): PlanDraft {
  const plan = createPlanDraft();
  walk.plans.push(plan);
  walk.plan = plan;
  walk.goal = null;
  walk.mode = "head";
  return plan;
}

/** Whether more than a title and a department has been read of a plan. */
export function hasContent(plan: PlanDraft): boolean {
  return plan.goals.length > 0 || plan.basicPolicy.length > 0 || plan.officers.size > 0 || plan.scale.length > 0;
}

/** A title without the signs that set it off as a heading. */
function undecorate(cell: MappedText): MappedText {
  const from = /^[\s#*■□●○◆◇]*/.exec(cell.text)?.[0].length ?? 0;
  const to = cell.text.length - (/[\s#*]*$/.exec(cell.text)?.[0].length ?? 0);
  const inner = sliceMapped(cell, from, Math.max(from, to));
  return /^(?:【.*】|\[.*\]|［.*］|〔.*〕|<.*>|＜.*＞|《.*》)$/.test(inner.text) ? sliceMapped(inner, 1, inner.text.length - 1) : inner;
}
