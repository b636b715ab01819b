import type { Metadata } from "next";
import { openPage } from "@/app/_read/open-site";
import { pageMetadata } from "@/app/_read/page-metadata";
import { readChart } from "@/app/_read/read-chart";
import { CarriedCounts, MoveCounts } from "@/components/carried-on/counts";
import { CarriedRows } from "@/components/carried-on/rows";
import { ChangeFigure } from "@/components/charts/rating-change/figure";
import { ChartLinks } from "@/components/embed/chart-links";
import { PictureCopier } from "@/components/embed/picture-copier";
import { EmptySite } from "@/components/empty-site";
import { KeptInputs } from "@/components/kept-inputs";
import { PlanSources } from "@/components/plan-sources";
import { SiteFrame } from "@/components/site-frame";
import { Still } from "@/components/still";
import { Button } from "@/components/ui/button";
import { CheckSet } from "@/components/ui/check";
import { Choice, Choices } from "@/components/ui/choice";
import { Disclosure } from "@/components/ui/disclosure";
import { FilterForm } from "@/components/ui/filter-form";
import { readContinuations } from "@/db/queries/continuations";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { type CarriedRow, findFirstYear, sumUpCarriedOn } from "@/lib/charts/carried-on/model";
import { titleCarriedOn } from "@/lib/charts/carried-on/sentence";
import { findLeadingYear, observeGoals } from "@/lib/charts/rating-comparison";
import { CHARTS, describeChart } from "@/lib/charts/registry";
import { selectHistory } from "@/lib/domain/continuation-history";
import { listDepartments } from "@/lib/domain/department";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { isFiltered, municipalityFilter, NONE } from "@/lib/domain/goal-filter";
import type { PlanRow } from "@/lib/domain/rows";
import { PAGES } from "@/lib/parameters/pages";
import { ALL_ROWS, LEVELS, type View } from "@/lib/parameters/view";
import type { SearchParameters } from "@/lib/query-parameters";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import { nameDepartment } from "@/lib/texts/department-name";
import { foundJa } from "@/lib/texts/found-ja";
import { ja as texts } from "@/lib/texts/ja";
import { carriedOnHref, continuationsHref } from "@/lib/urls";

/** Rows of one page; of more, filters by department tell. */
const MOST_ROWS = 400;

export async function generateMetadata({ searchParams }: { searchParams: Promise<SearchParameters> }): Promise<Metadata> {
  const page = await openPage(PAGES.carriedOn, await searchParams);
  if (!page) return {};
  const chart = { definition: CHARTS["rating-change"], view: page.view };
  const { facts } = await readChart(chart.definition, page.view);
  return pageMetadata(page, {
    title: foundJa.carriedOn(page.municipality, ja.carriedOn.title),
    description: facts.reading,
    chart,
  });
}

export default async function CarriedOnPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const site = await openPage(PAGES.carriedOn, await searchParams);
  if (!site) return <EmptySite />;
  const { view } = site;
  const { departments, policyAreas } = view.filter;
  const chosen = { departments, policyAreas };
  const plans = await listPlans(site.database, site.dataset);
  const goals = await listGoals(site.database, site.dataset);
  const to = view.to ?? findLeadingYear(plans, observeGoals(goals)) ?? 0;
  const history = await readContinuations(site.database, site.dataset, { level: view.level, reasons: false });
  const from = view.from ?? findFirstYear(history, to) ?? 0;
  const years = { from, to, level: view.level };
  const carriedOn = sumUpCarriedOn(history, { ...years, chosen });
  // Of how ratings moved, as its chart has it: both goals are of what was chosen.
  const within = sumUpCarriedOn(selectHistory(history, chosen), years);
  const rows = (ofPairs(view) ? within?.pairs : carriedOn?.rows)?.filter(isAsked(view)) ?? [];
  // Where only some are asked for, they are listed at once.
  const change =
    view.level === "goal" && view.fate === null && !ofPairs(view) && carriedOn
      ? describeChart(CHARTS["rating-change"], { plans, goals, history }, { ...view, from, to })
      : null;
  return (
    <SiteFrame current="continuations" {...site}>
      <PictureCopier />
      <Still as="div" className="space-y-4.5">
        <h1>{carriedOn ? titleCarriedOn(carriedOn) : ja.carriedOn.title}</h1>
        <Choices>
          <Choice
            name={texts.controls.counted}
            options={LEVELS.map((level) => ({ label: ja.level[level], href: carriedOnHref({ ...view, level }), current: level === view.level }))}
          />
        </Choices>
        <DepartmentFilter view={view} plans={plans} />
        {carriedOn ? <CarriedCounts carriedOn={carriedOn} view={view} /> : <p>{ja.carriedOn.nothing}</p>}
        {within && !change && <MoveCounts carriedOn={within} view={view} />}
      </Still>
      {change && !change.empty && (
        <ChangeFigure
          id="change"
          facts={change}
          view={view}
          source={
            <>
              <PlanSources plans={plans.filter(({ fiscalYear }) => fiscalYear === from || fiscalYear === to)} dataset={view.dataset} />{" "}
              <ChartLinks definition={CHARTS["rating-change"]} view={{ ...view, from, to }} />
            </>
          }
        />
      )}
      <Still as="div" className="space-y-4.5">
        {carriedOn && (
          <>
            <h2>{nameRows(view, from, to)}</h2>
            {rows.length > 0 ? <CarriedRows carriedOn={carriedOn} rows={rows.slice(0, MOST_ROWS)} dataset={view.dataset} /> : <p>{texts.site.nothing}</p>}
            {rows.length > MOST_ROWS && <p>ほか{rows.length - MOST_ROWS}件は、部で絞り込むと見られます。</p>}
          </>
        )}
        <p>
          <a href={continuationsHref(view)}>{ja.carriedOn.toRibbon}</a>
        </p>
      </Still>
    </SiteFrame>
  );
}

/** Departments to show, and a way back to all; left out where there is but one. */
function DepartmentFilter({ view, plans }: { view: View; plans: readonly PlanRow[] }) {
  const departments = listDepartments(plans).map((department) => [department.id, nameDepartment(department)] as const);
  const narrowed = isFiltered(view.filter) || view.fate !== null || ofPairs(view);
  const clear = narrowed && <a href={carriedOnHref({ ...view, ...ALL_ROWS, filter: municipalityFilter(view.filter) })}>{texts.controls.clear}</a>;
  if (departments.length < 2) return clear && <p>{clear}</p>;
  return (
    <Disclosure summary={texts.controls.filter} open={narrowed}>
      <FilterForm action={PAGES.carriedOn.path}>
        <CheckSet legend={texts.controls.department} name="department" options={departments} chosen={view.filter.departments ?? []} />
        <KeptInputs place={PAGES.carriedOn} view={view} asked={["department"]} />
        <Button>{texts.controls.show}</Button>
        {clear}
      </FilterForm>
    </Disclosure>
  );
}

/** Asked for links one by one, by how the rating went along them. */
function ofPairs({ move, before, after }: View): boolean {
  return move !== null || before !== null || after !== null;
}

function isAsked({ fate, move, before, after }: View): (row: CarriedRow) => boolean {
  const isRated = (letter: string | null, items: CarriedRow["before"]) => letter === null || items.some(({ rating }) => (rating?.rating ?? NONE) === letter);
  return (row) => (fate === null || row.fate === fate) && (move === null || row.move === move) && isRated(before, row.before) && isRated(after, row.after);
}

/** 「令和6年度から続く重点目標：達成度が下がったもの」 */
function nameRows({ fate, move, before, after, level }: View, from: number, to: number): string {
  const items = ja.level[level];
  if (before !== null || after !== null) {
    const ratings = (
      [
        [from, before],
        [to, after],
      ] as const
    ).flatMap(([year, letter]) => (letter === null ? [] : `${formatFiscalYear(year)} ${letter === NONE ? texts.notRated : letter}`));
    return `${formatFiscalYear(from)}から続く${items}：${ratings.join("、")}`;
  }
  if (move) return `${formatFiscalYear(from)}から続く${items}：${ja.carriedOn.moved[move]}`;
  if (fate === "ended") return `${formatFiscalYear(from)}の${items}のうち、${formatFiscalYear(to)}に${ja.carriedOn.ended}`;
  if (fate === "new") return `${formatFiscalYear(to)}の${items}のうち、${ja.carriedOn.new(formatFiscalYear(from))}`;
  if (fate === "continuing") return `${formatFiscalYear(from)}から${formatFiscalYear(to)}に続く${items}`;
  return `${formatFiscalYear(from)}と${formatFiscalYear(to)}の${items}`;
}
