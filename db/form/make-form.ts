import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { DepartmentPlan } from "@/lib/domain/plan";
import { blankPlan } from "@/lib/form/blank-plan";
import { fillTemplate } from "@/lib/form/fill-template";
import type { FormKind } from "@/lib/form/form-name";
import { makeTemplate } from "@/lib/form/template";
import { TemplateError } from "@/lib/form/template-error";
import { homeForm } from "../city-form";
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
  if (!own && homeForm() !== null) {
    throw new TemplateError(
      `資料の様式が「${homeForm()!.label}」なので、ひな形が要ります。${printPath(file)} に置いてください（npm run form -- --template が見本を書き出します）。`,
    );
  }
  try {
    return fillTemplate(own ?? makeTemplate(kind), blankPlan(earlier, fiscalYear), earlier);
  } catch (error) {
    if (error instanceof TemplateError) throw new TemplateError(`様式のひな形 ${printPath(file)} が使えません。${error.message}。`);
    throw error;
  }
}

/** The forms that there are templates for: the project's own print Kashiwara's form alone. */
export function listFormKinds(): FormKind[] {
  const kinds: FormKind[] = ["previous", "blank"];
  return homeForm() === null ? kinds : kinds.filter((kind) => existsSync(path.join(dataFolder(), "form", `${kind}.docx`)));
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
