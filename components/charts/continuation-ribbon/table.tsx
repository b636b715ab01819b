import { formatScore } from "@/lib/charts/continuation-name";
import type { ContinuationRibbon, RibbonNode } from "@/lib/charts/continuation-ribbon";
import type { RibbonRow } from "@/lib/charts/continuation-ribbon-row";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import type { RibbonHrefs } from "./hrefs";

interface RibbonTableProps extends RibbonHrefs {
  ribbon: ContinuationRibbon;
  title: string;
}

/** The ribbon as a table, with rejected links too: each pair leads to its evidence, each item to its goal. */
export function RibbonTable({ ribbon, title, hrefOfItem, hrefOfLink }: RibbonTableProps) {
  const several = ribbon.departments.length > 1;
  const cell = (node: RibbonNode | null) => (node ? <Item node={node} several={several} href={hrefOfItem(node.key)} /> : ja.none);
  return (
    <div className="table-scroll" role="region" aria-label={`${title}（表）`} tabIndex={0}>
      <table className="data-table ribbon-table">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            {Object.entries(ja.table).map(([name, text]) => (
              <th key={name} scope="col" className={name === "score" ? "numeric" : ""}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ribbon.rows.map((row) => (
            <tr key={`${row.what} ${row.before?.key} ${row.after?.key}`} className={row.what === "link" ? `status-${row.link.status}` : `fate-${row.what}`}>
              <td className="item">{cell(row.before)}</td>
              <td className="fit">{row.what === "link" ? <Evidence row={row} hrefOfLink={hrefOfLink} /> : ja.fate[row.what]}</td>
              <td className="item">{row.what === "ended" ? ja.none : cell(row.after)}</td>
              <td className="numeric">{row.what === "link" ? formatScore(row.link) : ja.none}</td>
              <td className="fit">{row.what === "link" ? ja.status[row.link.status] : ja.none}</td>
              <td>{row.what === "link" && row.phrases.length > 0 ? row.phrases.join("、") : ja.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Item({ node, several, href }: { node: RibbonNode; several: boolean; href: string }) {
  return (
    <>
      <span className="soft">
        {formatFiscalYear(node.item.fiscalYear)}
        {several && ` ${node.item.department}`} {node.tag}
      </span>{" "}
      <a href={href}>{node.item.text}</a>
    </>
  );
}

function Evidence({ row, hrefOfLink }: { row: Extract<RibbonRow, { what: "link" }> } & Pick<RibbonHrefs, "hrefOfLink">) {
  const { before, after, link } = row;
  return (
    <a href={hrefOfLink(before.key, after.key)} aria-label={`${ja.kind[link.kind]}の根拠：「${before.item.text}」と「${after.item.text}」`}>
      {ja.kind[link.kind]}
    </a>
  );
}
