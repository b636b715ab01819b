import { listFormKinds, makeForm } from "@/db/form/make-form";
import { findPlan } from "@/db/queries/plan";
import { disposeAs } from "@/lib/content-disposition";
import type { DepartmentPlan } from "@/lib/domain/plan";
import type { Answer } from "@/lib/file-answer";
import type { FormKind } from "@/lib/form/form-name";
import { nameForm } from "@/lib/form/form-name";
import { TemplateError } from "@/lib/form/template-error";
import { PAGES } from "@/lib/parameters/pages";
import { requireView } from "@/lib/parameters/place";
import { RequestError } from "@/lib/request-error";
import { readSite } from "./read-site";

/** The form of the year after a plan, `2025-policy-promotion.docx`. A city may change its template, so that no dataset freezes it. */
export async function answerForm(url: string, kind: string, file: string): Promise<Answer> {
  const datasetId = requireView({ ...PAGES.goal, path: "/api/forms/[kind]/[file]" }, url, { strict: true }).dataset;
  const site = await readSite(datasetId);
  const id = /^([0-9a-z-]{1,100})\.docx$/.exec(file)?.[1];
  const plan = isKind(kind) && id ? await findPlan(site.database, site.dataset, id) : null;
  if (!isKind(kind) || !plan) throw new RequestError("not_found", ({ noForm }) => noForm);
  const year = plan.fiscalYear + 1;
  return {
    body: fill(kind, plan, year),
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    frozen: false,
    headers: disposeAs("attachment", nameForm(plan.department, year)),
  };
}

/** The forms that a page may lead to. */
export function offeredForms(): FormKind[] {
  return listFormKinds();
}

function isKind(text: string): text is FormKind {
  return text === "blank" || text === "previous";
}

function fill(kind: FormKind, plan: DepartmentPlan, year: number): Uint8Array {
  try {
    return makeForm(kind, plan, year);
  } catch (error) {
    throw error instanceof TemplateError ? new RequestError("no_data", ({ template }) => template(error.message)) : error;
  }
}
