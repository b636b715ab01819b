import { nameFate } from "@/lib/charts/continuation-ribbon/label";
import type { ContinuationRibbon } from "@/lib/charts/continuation-ribbon/model";
import type { RibbonNode } from "@/lib/charts/continuation-ribbon/node";
import type { RibbonRow } from "@/lib/charts/continuation-ribbon/row";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import { describeScore } from "@/lib/texts/continuation-reason";
import { DataTable, NUMERIC, ScrollRegion } from "../../ui/data-table";
import type { HrefOf } from "./hrefs";

interface RibbonTableProps {
  ribbon: ContinuationRibbon;
  title: string;
  hrefOf: HrefOf;
}

/** The ribbon as a table, with rejected links too: each pair leads to its evidence, each item to its goal. */
export function RibbonTable({ ribbon, title, hrefOf }: RibbonTableProps) {
  const several = ribbon.departments.length > 1;
  const cell = (node: RibbonNode | null) => (node ? <Item node={node} several={several} href={hrefOf({ item: node.key })} /> : ja.none);
  return (
    <ScrollRegion label={`${title}（表）`}>
      <DataTable
        caption={title}
        className="print:text-xs"
        head={Object.entries(ja.table).map(([name, text]) => (
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
                <Evidence row={row} hrefOf={hrefOf} />
              ) : row.what === "ended" ? (
                nameFate({ fate: "ended", end: row.before.end })
              ) : (
                ja.fate[row.what]
              )}
            </td>
            <td className="min-w-[12em]">{row.what === "ended" ? ja.none : cell(row.after)}</td>
            <td className={NUMERIC}>{row.what === "link" ? describeScore(row.link) : ja.none}</td>
            <td className="whitespace-nowrap">{row.what === "link" ? ja.status[row.link.status] : ja.none}</td>
            <td className="min-w-[7em]">{row.what === "link" && row.phrases.length > 0 ? row.phrases.join("、") : ja.none}</td>
          </tr>
        ))}
      </DataTable>
    </ScrollRegion>
  );
}

function Item({ node, several, href }: { node: RibbonNode; several: boolean; href: string }) {
  return (
    <>
      <span className="block text-ink-soft">
        {formatFiscalYear(node.item.fiscalYear)}
        {several && ` ${node.item.department}`} {node.tag}
      </span>{" "}
      <a href={href}>{node.item.text}</a>
    </>
  );
}

function Evidence({ row, hrefOf }: { row: Extract<RibbonRow, { what: "link" }>; hrefOf: HrefOf }) {
  const { before, after, link } = row;
  return (
    <a href={hrefOf({ link: [before.key, after.key] })} aria-label={`${ja.kind[link.kind]}の根拠：「${before.item.text}」と「${after.item.text}」`}>
      {ja.kind[link.kind]}
    </a>
  );
}
