import { leadLink } from "@/lib/charts/continuation-ribbon/drawn";
import { isFocusedRow } from "@/lib/charts/continuation-ribbon/focus";
import { nameFate } from "@/lib/charts/continuation-ribbon/label";
import type { ContinuationRibbon } from "@/lib/charts/continuation-ribbon/model";
import type { RibbonNode } from "@/lib/charts/continuation-ribbon/node";
import type { RibbonRow } from "@/lib/charts/continuation-ribbon/row";
import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import { DataTable, NUMERIC, ScrollRegion } from "../../ui/data-table";
import type { HrefOf } from "./hrefs";

interface RibbonTableProps {
  ribbon: ContinuationRibbon;
  title: string;
  hrefOf: HrefOf;
}

/** The ribbon as a table, with rejected links too: each pair leads to its evidence, each item to its goal. */
export function RibbonTable({ ribbon, title, hrefOf }: RibbonTableProps) {
  const texts = chartTexts(ribbon.language);
  const { ribbon: told } = texts;
  const several = ribbon.departments.length > 1;
  const cell = (node: RibbonNode | null) => (node ? <Item node={node} several={several} texts={texts} href={hrefOf({ item: node.key })} /> : told.none);
  return (
    <ScrollRegion label={texts.tableOf(title)}>
      <DataTable
        caption={title}
        className="print:text-xs"
        head={Object.entries(told.table).map(([name, text]) => (
          <th key={name} scope="col" className={name === "score" ? NUMERIC : undefined}>
            {text}
          </th>
        ))}
      >
        {ribbon.rows.map((row) => (
          <tr
            key={`${row.what} ${row.before?.key} ${row.after?.key}`}
            className={row.what === "link" && row.link.status === "rejected" ? "text-ink-soft" : undefined}
          >
            <td className="min-w-[12em]">{cell(row.before)}</td>
            <td className={row.what === "link" ? "whitespace-nowrap" : "min-w-[7em]"}>
              {row.what === "link" ? (
                <Evidence row={row} texts={texts} hrefOf={hrefOf} />
              ) : row.what === "ended" ? (
                nameFate({ fate: "ended", end: row.before.end }, texts)
              ) : (
                told.fate[row.what]
              )}
              {isFocusedRow(row) && <strong>{texts.focus.inRow}</strong>}
            </td>
            <td className="min-w-[12em]">{row.what === "ended" ? told.none : cell(row.after)}</td>
            <td className={NUMERIC}>{row.what === "link" ? texts.score(row.link) : told.none}</td>
            <td className="whitespace-nowrap">{row.what === "link" ? told.status[row.link.status] : told.none}</td>
            <td className="min-w-[7em]">{row.what === "link" && row.phrases.length > 0 ? texts.list(row.phrases) : told.none}</td>
          </tr>
        ))}
      </DataTable>
    </ScrollRegion>
  );
}

function Item({ node, several, texts, href }: { node: RibbonNode; several: boolean; texts: ChartTexts; href: string }) {
  return (
    <>
      <span className="block text-ink-soft">
        {texts.year(node.item.fiscalYear)}
        {several && ` ${node.item.department}`} {node.tag}
      </span>{" "}
      <a href={href}>{node.item.text}</a>
    </>
  );
}

function Evidence({ row, texts: { ribbon }, hrefOf }: { row: Extract<RibbonRow, { what: "link" }>; texts: ChartTexts; hrefOf: HrefOf }) {
  const { before, after, link } = row;
  return (
    <a href={hrefOf(leadLink(link))} aria-label={ribbon.evidence(link.kind, before.item.text, after.item.text)}>
      {ribbon.kind[link.kind]}
    </a>
  );
}
