import { chartTexts } from "@/lib/texts/chart-texts";
import { groupBy } from "../group-by";
import type { ComparedPair, GoalComparison } from "./model";

/** Which goals stand beside each other, what links them, and of which texts half is the same. */
export function readComparison({ successor, predecessors, kin, drawn, language }: GoalComparison): string {
  const texts = chartTexts(language);
  const told = texts.comparison.chart;
  const goals = [...groupBy(predecessors, ({ departmentId, department }) => (departmentId === successor.departmentId ? null : department))].map(
    ([department, own]) =>
      texts.comparison.goalsOf(
        own.map(({ number }) => number),
        department,
      ),
  );
  const links = texts.goal.links(kin.map(({ link }) => link));
  const namesOf = (isOne: (pair: ComparedPair) => boolean) => drawn.filter(isOne).map(({ row }) => row.name);
  const [same, alike, rewritten, single] = [
    namesOf(({ comparison }) => comparison?.share === 1),
    namesOf(({ comparison }) => comparison?.revised === true && comparison.share < 1),
    namesOf(({ comparison }) => comparison?.revised === false),
    namesOf(({ comparison }) => comparison === null),
  ];
  return texts.join(
    told.beside(predecessors[0]!.fiscalYear, texts.list(goals), links, successor.fiscalYear, successor.number),
    same.length > 0 ? told.same(same) : "",
    alike.length > 0 ? told.alike(alike) : "",
    rewritten.length > 0 ? told.rewritten(rewritten) : "",
    single.length > 0 ? told.onlyOne(single) : "",
  );
}

/** What the marks in the texts mean, and what stands elsewhere. */
export function explainComparison({ drawn, rest, language }: GoalComparison, isCut: boolean): string {
  const { comparison, join } = chartTexts(language);
  const told = comparison.chart;
  const fields = new Set(rest.map(({ row: { field, name } }) => (field === "initiative" || field === "result" ? told.initiatives : name)));
  return join(
    drawn.some((pair) => pair.comparison?.revised && pair.comparison.share < 1) ? told.struck : "",
    drawn.some((pair) => pair.comparison?.revised === false && pair.comparison.before.flat().some(({ kept }) => kept)) ? told.bold : "",
    comparison.sameForms,
    isCut ? told.cut : "",
    fields.size > 0 ? told.elsewhere([...fields]) : "",
  );
}
