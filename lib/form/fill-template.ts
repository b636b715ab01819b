import Docxtemplater from "docxtemplater";
import { zipSync } from "fflate";
import PizZip from "pizzip";
import type { DepartmentPlan } from "@/lib/domain/plan";
import { type Fields, listFields } from "./fields";
import { SPECIMEN } from "./specimen";
import { TIME } from "./template";
import { describeFault, TemplateError } from "./template-error";

/**
 * A template with a plan's values in the places of its tags, and those of the year before where it asks for them. The
 * same input gives the same bytes. Throws `TemplateError` for a template that is broken or has a tag that names nothing.
 */
export function fillTemplate(template: Uint8Array, plan: DepartmentPlan, previous: DepartmentPlan): Uint8Array {
  // Of lists that are empty here, no tag would be looked up.
  fill(template, listFields(SPECIMEN, SPECIMEN));
  return fill(template, listFields(plan, previous));
}

function fill(template: Uint8Array, fields: Fields): Uint8Array {
  const unknown = new Set<string>();
  let zip: PizZip;
  try {
    zip = new PizZip(template);
  } catch {
    throw new TemplateError("Wordの文書（.docx）ではありません");
  }
  if (!zip.file("word/document.xml")) throw new TemplateError("Wordの文書（.docx）ではありません");
  try {
    new Docxtemplater(zip, {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      // What is asked for as XML, {@text}, would be put in as it is.
      parser: (tag) => ({ get: (scope: Fields, { meta }) => (meta.part.module === "rawxml" ? undefined : findField(scope, tag)) }),
      nullGetter: ({ raw, value }) => {
        unknown.add(raw ?? value);
        return "";
      },
    }).render(fields);
  } catch (error) {
    const fault = describeFault(error);
    throw fault === null ? error : new TemplateError(fault);
  }
  if (unknown.size > 0) throw new TemplateError(`${[...unknown].map((tag) => `{${tag}}`).join("、")} に当たる項目は、そこにはありません`);
  const files = Object.entries(zip.files).filter(([, { dir }]) => !dir);
  return zipSync(Object.fromEntries(files.map(([name, file]) => [name, file.asUint8Array()])), { mtime: TIME });
}

/** A value by its own name only, `previous.title` by two; no member that every object has. */
function findField(scope: Fields | string, tag: string): Fields[string] | undefined {
  let found: Fields[string] | undefined = scope as Fields;
  for (const name of tag.split(".")) {
    if (typeof found !== "object" || Array.isArray(found) || !Object.hasOwn(found, name)) return undefined;
    found = found[name];
  }
  return found;
}
