import type { ReactNode } from "react";
import type { GoalChart } from "@/lib/charts/goal/model";
import { cutText, joinLines } from "@/lib/domain/cut-text";
import { chartTexts } from "@/lib/texts/chart-texts";
import { goalHref } from "@/lib/urls";
import { DataTable, ScrollRegion } from "../../ui/data-table";
import type { TableProps } from "../chart-view";

/** Characters of a text that stand here; it is whole at what it leads to, and in the files. */
const LONGEST = 120;

/** What the drawing holds, and what it had no room for: the goal, those of other years, its targets and initiatives, each with its place. */
export function GoalTable({ facts: { model, title, table, language }, view: { dataset } }: TableProps<GoalChart | null>) {
  if (!model) return null;
  const { goal, rating, kin, targets, initiatives, ratesInitiatives } = model;
  const texts = chartTexts(language);
  const { numbered, link: nameLink, part } = texts.goal;
  const labelOf = (name: string) => table.columns.find((column) => column.name === name)!.label;
  return (
    <ScrollRegion label={texts.tableOf(title)}>
      <DataTable
        caption={title}
        head={["fiscal_year", "item", "rating", "text"].map(labelOf).map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      >
        <Row
          year={texts.year(goal.fiscalYear)}
          item={numbered(goal.number)}
          href={goalHref(goal.id, dataset)}
          text={goal.title}
          rating={texts.rating(rating)}
        />
        {kin.map(({ item, link }) => (
          <Row
            key={item.key}
            year={texts.year(item.fiscalYear)}
            item={numbered(item.goalNumber)}
            href={goalHref(item.goalId, dataset)}
            text={item.text}
            note={link && nameLink(link)}
            rating={texts.rating(item.rating)}
          />
        ))}
        {/* What has no place for a rating is not called unrated. */}
        {[...targets, ...initiatives].map((each) => (
          <Row
            key={each.pointer}
            year={texts.year(goal.fiscalYear)}
            item={`${part[each.part]}${each.position}`}
            href={goalHref(goal.id, dataset, each.pointer)}
            text={each.text}
            rating={each.part === "target" || ratesInitiatives ? texts.rating(each.rating) : "–"}
          />
        ))}
      </DataTable>
    </ScrollRegion>
  );
}

interface RowProps {
  year: string;
  item: string;
  href: string;
  text: string;
  /** How it is linked to the goal. */
  note?: ReactNode;
  rating: string;
}

function Row({ year, item, href, text, note, rating }: RowProps) {
  return (
    <tr>
      <td className="whitespace-nowrap">{year}</td>
      <td className="whitespace-nowrap">
        <a href={href}>{item}</a>
      </td>
      <td className="whitespace-nowrap">{rating}</td>
      <td className="min-w-[12em]">
        {cutText(joinLines(text), LONGEST)}
        {note && <span className="text-ink-soft">　{note}</span>}
      </td>
    </tr>
  );
}
