import { expect, it } from "vitest";
import { type Fields, listFields } from "@/lib/form/fields";
import { SPECIMEN } from "@/lib/form/specimen";
import { codeIn, readDocument, readTable } from "./documents";

/** Names of all tags, lists by `#`; what is said once of all is their `previous.`. */
function listTags(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    if (typeof value === "string") return [`{${name}}`];
    if (Array.isArray(value)) return [`{#${name}}`, ...value.flatMap(listTags)];
    return [];
  });
}

it("every tag of a template is documented, and no other", () => {
  const rows = readTable(readDocument("docs/form.md"), "tag");
  const named = rows.flatMap(([tag, , what]) => [...codeIn(tag!), ...codeIn(what!)]).filter((code) => code.startsWith("{") && !code.startsWith("{previous."));
  expect(new Set(named)).toEqual(new Set(listTags(listFields(SPECIMEN, SPECIMEN))));
});
