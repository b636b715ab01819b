import { noteNode } from "@/lib/charts/continuation-ribbon/label";
import { type ContinuationRibbon, isOfDepartment } from "@/lib/charts/continuation-ribbon/model";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { chartTexts } from "@/lib/texts/chart-texts";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import { Summary } from "../../ui/disclosure";
import type { HrefOf } from "./hrefs";

/** The titles behind the numbers of a drawing that has no room for them, by year and department. */
export function RibbonKeyList({ ribbon, className, hrefOf }: { ribbon: ContinuationRibbon; className: string; hrefOf: HrefOf }) {
  const several = ribbon.departments.length > 1;
  return (
    <details className={`mt-3 hidden text-sm ${className}`} open={!several}>
      <Summary>{ja.key}</Summary>
      {ribbon.columns.flatMap((column) =>
        ribbon.departments.map((department) => {
          const nodes = column.nodes.filter((node) => isOfDepartment(node.item, department));
          if (nodes.length === 0) return null;
          return (
            <section key={`${column.fiscalYear} ${department.municipality} ${department.name}`} className="mt-2">
              <h3 className="text-sm">
                {formatFiscalYear(column.fiscalYear)}
                {several && `　${department.name}`}
              </h3>
              <ul>
                {nodes.map((node) => (
                  <li key={node.key} className="flex gap-2">
                    <span className="min-w-[2em] shrink-0 tabular-nums">{node.tag}</span>
                    <span>
                      <a href={hrefOf({ item: node.key })}>{node.item.text}</a>{" "}
                      <span className="whitespace-nowrap text-ink-soft">{noteNode(node, chartTexts(ribbon.language))}</span>
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
