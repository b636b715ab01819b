import { readFileSync } from "node:fs";
import path from "node:path";
import type { DepartmentPlan } from "@/lib/domain/plan";
import { blankPlan } from "@/lib/form/blank-plan";
import { fillTemplate } from "@/lib/form/fill-template";
import { makeTemplate } from "@/lib/form/template";
import type { FormKind } from "@/lib/form/template-body";
import { TemplateError } from "@/lib/form/template-error";
import { dataCity, dataFolder } from "../config";
import { printPath } from "../printed-path";

/**
 * The form of a fiscal year after an earlier plan of the department, as a Word file: by the template of the plan's own
 * city (`form/blank.docx` and `form/previous.docx` in the data folder), else by the project's. Throws `TemplateError`
 * that names the template's file.
 */
export function makeForm(kind: FormKind, earlier: DepartmentPlan, fiscalYear: number): Uint8Array {
  const file = path.join(dataFolder(), "form", `${kind}.docx`);
  const own = earlier.municipality === dataCity().municipality ? readTemplate(file) : null;
  try {
    return fillTemplate(own ?? makeTemplate(kind), blankPlan(earlier, fiscalYear), earlier);
  } catch (error) {
    if (error instanceof TemplateError) throw new TemplateError(`様式のひな形 ${printPath(file)} が使えません。${error.message}。`);
    throw error;
  }
}

function readTemplate(file: string): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw new TemplateError(`様式のひな形 ${printPath(file)} を読めません（${code}）。`);
  }
}
