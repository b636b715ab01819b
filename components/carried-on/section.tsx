import type { CarriedDepartment, CarriedOn } from "@/lib/charts/carried-on/model";
import { nameContinuing, titleCarriedOn } from "@/lib/charts/carried-on/sentence";
import { PAGES } from "@/lib/parameters/pages";
import { ALL_ROWS, type View } from "@/lib/parameters/view";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import { carriedOnHref } from "@/lib/urls";
import { leadRow } from "../charts/goal-lead";
import { DataTable, NUMERIC } from "../ui/data-table";
import { CarriedCounts } from "./counts";
import { CarriedRows } from "./rows";

/** Items that an overview tells one by one, and characters of each. */
const MOST_SINGLE = 24;
const LONGEST = 56;

const BAR = { width: 160, height: 14 };

/** On the overview: what goes back to the first year, each with its text then and now; of very many, counts by department, unless another drawing has `told` them. */
export function CarriedSection({ carriedOn, view, told = false }: { carriedOn: CarriedOn; view: View; told?: boolean }) {
  const { from, to, level, counts, departments } = carriedOn;
  const continuing = carriedOn.rows.filter(({ fate }) => fate === "continuing");
  const single = counts.before <= MOST_SINGLE || departments.length === 1;
  return (
    <section aria-labelledby="carried-on-title" className="space-y-2">
      <h2 id="carried-on-title" className="text-lg">
        {titleCarriedOn(carriedOn)}
      </h2>
      <CarriedCounts carriedOn={carriedOn} view={view} />
      {single ? (
        <>
          <CarriedRows
            carriedOn={carriedOn}
            rows={continuing.slice(0, MOST_SINGLE)}
            dataset={view.dataset}
            longest={LONGEST}
            goalHrefOf={(goal) => leadRow(PAGES.overview, view, goal)}
          />
          {continuing.length > MOST_SINGLE && (
            <p>
              <a href={carriedOnHref({ ...view, from, to, level, ...ALL_ROWS, fate: "continuing" })}>{ja.carriedOn.all}</a>
            </p>
          )}
        </>
      ) : (
        !told && <Departments carriedOn={carriedOn} view={view} />
      )}
    </section>
  );
}

/** How many of each department's items of the first year go on. */
function Departments({ carriedOn, view }: { carriedOn: CarriedOn; view: View }) {
  const { from, to, level, departments } = carriedOn;
  const most = Math.max(...departments.map(({ before }) => before));
  return (
    <DataTable
      caption={ja.carriedOn.byDepartment}
      head={
        <>
          <th scope="col">{ja.countedTable.department}</th>
          <th scope="col">
            <span className="sr-only">{ja.carriedOn.continuing}</span>
          </th>
          <th scope="col" className={NUMERIC}>
            {nameContinuing(carriedOn)}
          </th>
        </>
      }
    >
      {departments.map((department) => (
        <tr key={department.id}>
          <th scope="row">{department.name}</th>
          <td>
            <Bar department={department} most={most} />
          </td>
          <td className={NUMERIC}>
            <a href={carriedOnHref({ ...view, from, to, level, ...ALL_ROWS, fate: "continuing", filter: { ...view.filter, departments: [department.id] } })}>
              {department.continuing}
            </a>{" "}
            / {department.before}件
          </td>
        </tr>
      ))}
    </DataTable>
  );
}

/** What goes on, filled, of all that there was, outlined. */
function Bar({ department: { before, continuing }, most }: { department: CarriedDepartment; most: number }) {
  const unit = (BAR.width - 2) / most;
  return (
    <svg width={BAR.width} height={BAR.height} viewBox={`0 0 ${BAR.width} ${BAR.height}`} className="max-w-full" aria-hidden="true">
      <rect className="bar-new" x={1} y={1} width={before * unit} height={BAR.height - 2} />
      <rect className="bar-on" x={0} y={0} width={continuing * unit + 1} height={BAR.height} />
    </svg>
  );
}
