import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { MunicipalityRow } from "@/lib/domain/rows";
import { ja } from "@/lib/texts/ja";
import { overviewHref } from "@/lib/urls";

/** Municipalities, each a link to its overview. */
export function MunicipalityTable({ municipalities, dataset }: { municipalities: readonly MunicipalityRow[]; dataset: string | null }) {
  return (
    <div className="table-scroll" role="region" aria-label={ja.site.municipalities} tabIndex={0}>
      <table className="data-table">
        <caption className="sr-only">{ja.site.municipalities}</caption>
        <thead>
          <tr>
            <th scope="col">{ja.field.municipality}</th>
            <th scope="col">{ja.field.fiscalYear}</th>
            <th scope="col" className="numeric">
              運営方針
            </th>
          </tr>
        </thead>
        <tbody>
          {municipalities.map(({ id, name, plans, firstYear, lastYear }) => (
            <tr key={id}>
              <th scope="row">
                <a href={overviewHref({ filter: { municipalities: [id] }, dataset })}>{name}</a>
              </th>
              <td>{firstYear === lastYear ? formatFiscalYear(firstYear) : `${formatFiscalYear(firstYear)}から${formatFiscalYear(lastYear)}まで`}</td>
              <td className="numeric">{plans}件</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
