import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { DepartmentPlan } from "@/lib/domain/plan";
import { formatPolicyGoal } from "@/lib/domain/policy-goal";
import { entriesInForce } from "@/lib/domain/rating/form";
import type { Layout } from "../document/layout";
import { escapeXml } from "../document/sources/print-docx";

/** A plan with a mark in the place of each value, and what a planner types there. */
export interface MarkedPlan {
  plan: DepartmentPlan;
  typed: string[];
}

const LEFT_EMPTY = { targets: { text: "", achievement: null, rating: null }, initiatives: { text: "", reportedResult: null, responsibleUnit: null } };

/** Marks all of a plan that a form has an empty cell for; some of the form's cells are left empty. */
export function markPlan(plan: DepartmentPlan, layout: Layout): MarkedPlan {
  const typed: string[] = [];
  const mark = (text: string): string => `⟦${typed.push(text) - 1}⟧`;
  const markAny = (text: string | null): string | null => (text === null ? null : mark(text));
  const rate = (rating: string | null): string | null => {
    const label = entriesInForce(plan.ratingScale).find((entry) => entry.rating === rating)?.label;
    return rating === null ? null : mark(label ? layout.pick(rating, `${rating} ${label}`, `${rating}：${label}`, `${rating}\n${label}`) : rating);
  };
  const marked: DepartmentPlan = {
    ...plan,
    officers: plan.officers.map(({ post, name, duty }) => ({ post: mark(post), name: mark(duty === null ? name : `${name}（${duty}）`), duty: null })),
    basicPolicy: plan.basicPolicy.length === 0 ? [] : [mark(plan.basicPolicy.join("\n"))],
    priorityGoals: plan.priorityGoals.map((goal) => ({
      ...goal,
      policyGoal: goal.policyGoal && { code: null, name: mark(formatPolicyGoal(goal.policyGoal)!) },
      policyArea: markAny(goal.policyArea),
      title: mark(goal.title),
      listedRating: rate(goal.listedRating),
      overallRating: rate(goal.overallRating),
      overallAssessment: markAny(goal.overallAssessment),
      futureConsiderations: markAny(goal.futureConsiderations),
      targets: [
        ...goal.targets.map(({ text, achievement, rating }) => ({ text: mark(text), achievement: markAny(achievement), rating: rate(rating) })),
        ...(layout.chance(3) ? [LEFT_EMPTY.targets] : []),
      ],
      initiatives: [
        ...goal.initiatives.map(({ text, reportedResult, responsibleUnit }) => ({
          ...{ text: mark(text), reportedResult: markAny(reportedResult), responsibleUnit: markAny(responsibleUnit) },
        })),
        ...(layout.chance(3) ? [LEFT_EMPTY.initiatives] : []),
      ],
    })),
  };
  return { plan: marked, typed };
}

/** A form with what is typed in the place of its marks, as Word keeps that: runs cut anywhere, a paragraph for each press of Enter. */
export function typeForm(form: Uint8Array, typed: readonly string[], layout: Layout): Uint8Array {
  const parts = unzipSync(form);
  const body = strFromU8(parts["word/document.xml"]!);
  const filled = body.replace(/<w:p>(<w:pPr>(?:(?!<\/w:pPr>).)*<\/w:pPr>)<w:r><w:t[^>]*>⟦(\d+)⟧<\/w:t><\/w:r><\/w:p>/g, (_, properties: string, at: string) =>
    typeLines(typed[Number(at)]!.split("\n"), properties, layout),
  );
  return zipSync({ ...parts, "word/document.xml": strToU8(filled) });
}

function typeLines(lines: readonly string[], properties: string, layout: Layout): string {
  const runs = lines.map((line) => typeRuns(line, layout));
  const paragraph = (content: string) => `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E">${properties}${content}</w:p>`;
  return layout.chance(4) ? paragraph(runs.join("<w:r><w:br/></w:r>")) : runs.map(paragraph).join("");
}

function typeRuns(line: string, layout: Layout): string {
  const characters = [...line];
  const cut = layout.pick(0, 1, 3, 7) % Math.max(1, characters.length);
  const pieces = [characters.slice(0, cut).join(""), characters.slice(cut).join("")].filter((piece) => piece !== "");
  const run = (piece: string) => `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">${escapeXml(piece)}</w:t></w:r>`;
  return pieces
    .map((piece) => (layout.chance(6) ? `<w:ins w:id="1" w:author="甲">${run(piece)}</w:ins>` : run(piece)))
    .join('<w:proofErr w:type="spellStart"/>');
}
