import type { CountedDepartment, CountedRibbon, CountedYear } from "@/lib/charts/continuation-ribbon/counted";
import { chartTexts } from "@/lib/texts/chart-texts";
import { DataTable, NUMERIC, ScrollRegion } from "../../ui/data-table";
import type { HrefOf } from "./hrefs";

interface CountedTableProps {
  counted: CountedRibbon;
  title: string;
  hrefOf: HrefOf;
}

/** What became of each department's items from year to year, in counts; a department leads to its items one by one. */
export function CountedTable({ counted: { departments, fiscalYears, language }, title, hrefOf }: CountedTableProps) {
  const texts = chartTexts(language);
  const { countedTable, fate } = texts.ribbon;
  return (
    <ScrollRegion label={texts.tableOf(title)}>
      <DataTable
        caption={title}
        className="print:text-xs"
        head={
          <>
            {[countedTable.department, countedTable.from].map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
            {[countedTable.total, fate["lives-on"], fate.ended].map((text) => (
              <th key={text} scope="col" className={NUMERIC}>
                {text}
              </th>
            ))}
            <th scope="col">{countedTable.to}</th>
            {[countedTable.total, fate.new].map((text) => (
              <th key={text} scope="col" className={NUMERIC}>
                {text}
              </th>
            ))}
          </>
        }
      >
        {departments.flatMap((department) =>
          fiscalYears.slice(1).map((to, index) => {
            const [before, after] = [findYear(department, fiscalYears[index]!), findYear(department, to)];
            const figures = [before.total, before.total - before.ended, before.ended];
            return (
              <tr key={`${department.municipality} ${department.name} ${to}`}>
                {index === 0 && (
                  <th scope="rowgroup" rowSpan={fiscalYears.length - 1}>
                    <a href={hrefOf({ department: department.id })}>{department.name}</a>
                  </th>
                )}
                <td className="whitespace-nowrap">{texts.year(before.fiscalYear)}</td>
                {figures.map((figure, column) => (
                  <td key={column} className={NUMERIC}>
                    {figure}
                  </td>
                ))}
                <td className="whitespace-nowrap">{texts.year(to)}</td>
                <td className={NUMERIC}>{after.total}</td>
                <td className={NUMERIC}>{after.begun}</td>
              </tr>
            );
          }),
        )}
      </DataTable>
    </ScrollRegion>
  );
}

function findYear({ years }: CountedDepartment, fiscalYear: number): CountedYear {
  return years.find((year) => year.fiscalYear === fiscalYear)!;
}
