import { type SQL, sql } from "drizzle-orm";
import type { SearchText } from "@/lib/domain/search";
import { OF_GOAL } from "./goal-row";
import { jsonList } from "./json-list";
import type { PackedColumns } from "./select-packed";

type Text = string | null;

/** What `searchTextColumns` selects. */
export interface SelectedTexts {
  ownTexts: [title: Text, policyGoal: Text, policyArea: Text, overallAssessment: Text, futureConsiderations: Text];
  targetTexts: [text: string, achievement: Text][];
  initiativeTexts: [text: string, reportedResult: Text, responsibleUnit: Text][];
  policyTexts: string[];
}

/** The searched texts of the entry `s`, whose plan is `p` and whose goal, if it has one, `g`. */
export const searchTextColumns: PackedColumns<SelectedTexts> = {
  ownTexts: "json_array(g.title, g.policy_goal_name, g.policy_area, g.overall_assessment, g.future_considerations)",
  targetTexts: `json(${jsonList("json_array(text, achievement)", `targets where ${OF_GOAL}`)})`,
  initiativeTexts: `json(${jsonList("json_array(text, reported_result, responsible_unit)", `initiatives where ${OF_GOAL}`)})`,
  policyTexts: `json(${jsonList("text", "basic_policies where g.position is null and reading_id = p.reading_id and plan_position = p.position")})`,
};

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

/** Whether the entry `s` holds the word, just as it is, in one of its searched texts. */
export function holdsWord(word: string): SQL {
  const has = (...columns: string[]) =>
    sql.join(
      columns.map((column) => sql`instr(${sql.raw(column)}, ${word}) > 0`),
      sql` or `,
    );
  const ofGoal = (alias: string) =>
    sql.raw(`${alias}.reading_id = g.reading_id and ${alias}.plan_position = g.plan_position and ${alias}.goal_position = g.position`);
  return sql`(${has("g.title", "g.overall_assessment", "g.future_considerations", "g.policy_area", "g.policy_goal_name")}
    or exists (select 1 from targets t where ${ofGoal("t")} and (${has("t.text", "t.achievement")}))
    or exists (select 1 from initiatives i where ${ofGoal("i")} and (${has("i.text", "i.reported_result", "i.responsible_unit")}))
    or (g.position is null and exists (select 1 from basic_policies b where b.reading_id = p.reading_id and b.plan_position = p.position and (${has("b.text")}))))`;
}
