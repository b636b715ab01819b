import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { SearchText } from "@/lib/domain/search";
import { basicPolicies, initiatives, targets } from "../schema/plans";
import { aliasTable } from "./aliased-table";
import { packedList } from "./json-list";
import { goal, initiative, ofGoal, ofPlan, target } from "./query-tables";
import type { Columns } from "./select-rows";

type Text = string | null;

/** What `searchTextColumns` selects. */
export interface SelectedTexts {
  ownTexts: [title: Text, policyGoal: Text, policyArea: Text, overallAssessment: Text, futureConsiderations: Text];
  targetTexts: [text: string, achievement: Text][];
  initiativeTexts: [text: string, reportedResult: Text, responsibleUnit: Text][];
  policyTexts: string[];
}

const { title, policyGoalName, policyArea, overallAssessment, futureConsiderations } = goal;

/** The searched texts of `searchEntry`, with its `plan` and, if it has one, its `goal`. */
export const searchTextColumns: Columns<SelectedTexts> = {
  ownTexts: sql`json_array(${title}, ${policyGoalName}, ${policyArea}, ${overallAssessment}, ${futureConsiderations})`,
  targetTexts: packedList(targets, ofGoal, (row) => sql`json_array(${row.text}, ${row.achievement})`),
  initiativeTexts: packedList(initiatives, ofGoal, (row) => sql`json_array(${row.text}, ${row.reportedResult}, ${row.responsibleUnit})`),
  policyTexts: packedList(
    basicPolicies,
    (held) => sql`${goal.position} is null and ${ofPlan(held)}`,
    (row) => row.text,
  ),
};

const basicPolicy = aliasTable(basicPolicies, "b");

/** The searched texts in the order of the goal's page, without those that the document does not give. */
export function readSearchTexts(row: SelectedTexts): SearchText[] {
  const [title, policyGoal, policyArea, overallAssessment, futureConsiderations] = row.ownTexts;
  const targets = row.targetTexts.flatMap(([text, achievement], at) => [
    { pointer: `/targets/${at}/text`, text },
    { pointer: `/targets/${at}/achievement`, text: achievement },
  ]);
  const initiatives = row.initiativeTexts.flatMap(([text, reportedResult, unit], at) => [
    { pointer: `/initiatives/${at}/text`, text },
    { pointer: `/initiatives/${at}/reportedResult`, text: reportedResult },
    { pointer: `/initiatives/${at}/responsibleUnit`, text: unit },
  ]);
  const texts = [
    ...row.policyTexts.map((text, at) => ({ pointer: `/basicPolicy/${at}`, text })),
    { pointer: "/title", text: title },
    { pointer: "/policyArea", text: policyArea },
    { pointer: "/policyGoal/name", text: policyGoal },
    ...targets,
    ...initiatives,
    { pointer: "/overallAssessment", text: overallAssessment },
    { pointer: "/futureConsiderations", text: futureConsiderations },
  ];
  return texts.flatMap(({ pointer, text }) => (text ? [{ pointer, text }] : []));
}

/** Whether `searchEntry` holds one of the words, just as it is, in one of its searched texts. */
export function holdsSomeWord(words: readonly string[]): SQL {
  return sql`(${sql.join(words.map(holdsWord), sql` or `)})`;
}

function holdsWord(word: string): SQL {
  const has = (...columns: SQLWrapper[]) =>
    sql.join(
      columns.map((column) => sql`instr(${column}, ${word}) > 0`),
      sql` or `,
    );
  return sql`(${has(title, overallAssessment, futureConsiderations, policyArea, policyGoalName)}
    or exists (select 1 from ${target.table} where ${ofGoal(target)} and (${has(target.text, target.achievement)}))
    or exists (select 1 from ${initiative.table} where ${ofGoal(initiative)} and (${has(initiative.text, initiative.reportedResult, initiative.responsibleUnit)}))
    or (${goal.position} is null and exists (select 1 from ${basicPolicy.table} where ${ofPlan(basicPolicy)} and (${has(basicPolicy.text)}))))`;
}
