import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { MunicipalityRow } from "@/lib/domain/rows";
import { ja } from "@/lib/texts/ja";
import { overviewHref } from "@/lib/urls";
import { DataTable, NUMERIC, ScrollRegion } from "./ui/data-table";

/** Municipalities, each a link to its overview. */
export function MunicipalityTable({ municipalities, dataset }: { municipalities: readonly MunicipalityRow[]; dataset: string | null }) {
  return (
    <ScrollRegion label={ja.site.municipalities}>
      <DataTable
        caption={ja.site.municipalities}
        head={
          <>
            <th scope="col">{ja.field.municipality}</th>
            <th scope="col">{ja.field.fiscalYear}</th>
            <th scope="col" className={NUMERIC}>
              運営方針
            </th>
          </>
        }
      >
        {municipalities.map(({ id, name, plans, firstYear, lastYear }) => (
          <tr key={id}>
            <th scope="row">
              <a href={overviewHref({ filter: { municipalities: [id] }, dataset })}>{name}</a>
            </th>
            <td>{firstYear === lastYear ? formatFiscalYear(firstYear) : `${formatFiscalYear(firstYear)}から${formatFiscalYear(lastYear)}まで`}</td>
            <td className={NUMERIC}>{plans}件</td>
          </tr>
        ))}
      </DataTable>
    </ScrollRegion>
  );
}
