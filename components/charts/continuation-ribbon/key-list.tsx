import { noteNode } from "@/lib/charts/continuation-label";
import { isOfDepartment, type ContinuationRibbon } from "@/lib/charts/continuation-ribbon";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import type { RibbonHrefs } from "./hrefs";

/** The titles behind the numbers of a drawing that has no room for them, by year and department. */
export function RibbonKeyList({ ribbon, sizes, hrefOfItem }: { ribbon: ContinuationRibbon; sizes: string } & Pick<RibbonHrefs, "hrefOfItem">) {
  const several = ribbon.departments.length > 1;
  return (
    <details className="ribbon-key" data-sizes={sizes} open={!several}>
      <summary>{ja.key}</summary>
      {ribbon.columns.flatMap((column) =>
        ribbon.departments.map((department) => {
          const nodes = column.nodes.filter((node) => isOfDepartment(node.item, department));
          if (nodes.length === 0) return null;
          return (
            <section key={`${column.fiscalYear} ${department.municipality} ${department.name}`}>
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
