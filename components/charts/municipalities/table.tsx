import type { MunicipalitiesChart } from "@/lib/charts/municipalities/model";
import { listAmounts } from "@/lib/charts/municipalities/sentence";
import { chartTexts } from "@/lib/texts/chart-texts";
import { overviewHref } from "@/lib/urls";
import { DataTable, NUMERIC, ScrollRegion } from "../../ui/data-table";

interface MunicipalitiesTableProps {
  chart: MunicipalitiesChart;
  title: string;
  dataset: string | null;
}

/** A row for each municipality, also for those that the drawing has no room for, with its own ratings; each leads to its overview. */
export function MunicipalitiesTable({ chart, title, dataset }: MunicipalitiesTableProps) {
  const texts = chartTexts(chart.language);
  const told = texts.municipalities;
  return (
    <ScrollRegion label={texts.tableOf(title)}>
      <DataTable
        caption={title}
        head={
          <>
            <th scope="col">{told.municipality}</th>
            <th scope="col">{texts.fiscalYear}</th>
            <th scope="col">{told.ratings}</th>
            <th scope="col" className={NUMERIC}>
              {texts.total}
            </th>
          </>
        }
      >
        {chart.panels.map((panel) => (
          <tr key={panel.id}>
            <th scope="row">
              <a href={overviewHref({ filter: { municipalities: [panel.id] }, dataset })}>{panel.name}</a>
            </th>
            <td className="whitespace-nowrap">{panel.fiscalYear === null ? told.noDocuments : texts.year(panel.fiscalYear)}</td>
            <td className="min-w-[12em]">{texts.list(listAmounts(panel, chart, texts)) || "–"}</td>
            <td className={NUMERIC}>{texts.count(panel.total)}</td>
          </tr>
        ))}
      </DataTable>
    </ScrollRegion>
  );
}
