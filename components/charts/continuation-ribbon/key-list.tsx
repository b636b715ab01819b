import { noteNode } from "@/lib/charts/continuation-label";
import type { ContinuationRibbon } from "@/lib/charts/continuation-ribbon";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import type { RibbonHrefs } from "./hrefs";

/** The titles behind the numbers of a drawing that has no room for them, by year and department. */
export function RibbonKeyList({ ribbon, hrefOfItem }: { ribbon: ContinuationRibbon } & Pick<RibbonHrefs, "hrefOfItem">) {
  const several = ribbon.departments.length > 1;
  return (
    <details className="ribbon-key" open={!several}>
      <summary>{ja.key}</summary>
      {ribbon.columns.flatMap((column) =>
        ribbon.departments.map((department) => {
          const nodes = column.nodes.filter((node) => node.item.departmentId === department.id);
          if (nodes.length === 0) return null;
          return (
            <section key={`${column.fiscalYear} ${department.id}`}>
              <h3>
                {formatFiscalYear(column.fiscalYear)}
                {several && `　${department.name}`}
              </h3>
              <ul>
                {nodes.map((node) => (
                  <li key={node.key}>
                    <span className="ribbon-tag">{node.tag}</span>
                    <span>
                      <a href={hrefOfItem(node.key)}>{node.item.text}</a> <span className="soft no-wrap">{noteNode(node)}</span>
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          );
        }),
      )}
    </details>
  );
}
