import type { ComparedPair, GoalComparison } from "@/lib/charts/comparison/model";
import { looksOf, placePieces } from "@/lib/charts/comparison/rows";
import { chartTexts } from "@/lib/texts/chart-texts";
import type { ComparisonTexts } from "@/lib/texts/comparison-ja";
import { goalHref } from "@/lib/urls";
import { ComparedPieces } from "../../comparison/compared-pieces";
import { DataTable, ScrollRegion } from "../../ui/data-table";
import type { TableProps } from "../chart-view";

/** What the drawing holds, each text whole and with its place, and what it had no room for. */
export function ComparisonTable({ facts: { model, title, language }, view: { dataset } }: TableProps<GoalComparison | null>) {
  if (!model) return null;
  const texts = chartTexts(language);
  const told = texts.comparison;
  return (
    <ScrollRegion label={texts.tableOf(title)}>
      <DataTable
        caption={title}
        head={
          <>
            <th scope="col">{told.older(model.predecessors[0]!.fiscalYear)}</th>
            <th scope="col">{told.newer(model.successor.fiscalYear)}</th>
          </>
        }
      >
        {model.drawn.map((pair) => [
          <tr key={pair.row.key}>
            <th scope="rowgroup" colSpan={2}>
              {pair.row.name}
            </th>
          </tr>,
          <tr key={`${pair.row.key} texts`}>
            {(["before", "after"] as const).map((side) => (
              <td key={side} className="min-w-[12em]">
                <Side pair={pair} side={side} texts={told} dataset={dataset} />
              </td>
            ))}
          </tr>,
        ])}
      </DataTable>
    </ScrollRegion>
  );
}

interface SideProps {
  pair: ComparedPair;
  side: "before" | "after";
  texts: ComparisonTexts;
  dataset: string | null;
}

function Side({ pair: { row, comparison }, side, texts, dataset }: SideProps) {
  const pieces = placePieces(row[side], comparison?.[side]);
  const looks = looksOf(row, comparison, side);
  if (row[side].length === 0) return row.none;
  return row[side].map(({ goal, pointer, label, text }, index) => (
    <p key={index}>
      {goal && <a href={goalHref(goal.id, dataset, pointer || undefined)}>{label ?? texts.goalsOf([goal.number], null)}</a>}
      <br />
      {text === null ? goal && texts.absent(goal.stage) : <ComparedPieces pieces={pieces[index]!} {...looks} embedded={texts} />}
    </p>
  ));
}
