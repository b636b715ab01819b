import type { Metadata } from "next";
import { CarriedCounts, MoveCounts } from "@/components/carried-on/counts";
import { CarriedRows } from "@/components/carried-on/rows";
import { EmptySite } from "@/components/empty-site";
import { SiteFrame } from "@/components/site-frame";
import { Choice, Choices } from "@/components/ui/choice";
import { readContinuations } from "@/db/queries/continuations";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { findFirstYear, sumUpCarriedOn, type CarriedRow } from "@/lib/charts/carried-on/model";
import { readDoubt, titleCarriedOn } from "@/lib/charts/carried-on/sentence";
import { findLeadingYear } from "@/lib/charts/rating-comparison";
import { selectHistory } from "@/lib/domain/continuation-history";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { goalRating } from "@/lib/domain/goal-filter";
import { PAGES } from "@/lib/parameters/pages";
import { LEVELS, type View } from "@/lib/parameters/view";
import type { SearchParameters } from "@/lib/query";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import { ja as texts } from "@/lib/texts/ja";
import { carriedOnHref, continuationsHref } from "@/lib/urls";
import { openPage } from "../open-site";

/** Rows of one page; of more, filters by department tell. */
const MOST_ROWS = 400;

export const metadata: Metadata = { title: ja.carriedOn.title };

export default async function CarriedOnPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const site = await openPage(PAGES.carriedOn, await searchParams);
  if (!site) return <EmptySite />;
  const { view } = site;
  const { departments, policyAreas } = view.filter;
  const plans = await listPlans(site.database, site.dataset);
  const goals = await listGoals(site.database, site.dataset);
  const to = view.to ?? findLeadingYear(plans, goals.map((goal) => ({ fiscalYear: goal.fiscalYear, value: goalRating(goal) }))) ?? 0;
  const history = await readContinuations(site.database, site.dataset, { level: view.level, reasons: false });
  const from = view.from ?? findFirstYear(history, to) ?? 0;
  const carriedOn = sumUpCarriedOn(selectHistory(history, { departments, policyAreas }), { from, to, level: view.level });
  const rows = carriedOn ? (view.move ? carriedOn.pairs : carriedOn.rows).filter(isAsked(view)) : [];
  return (
    <SiteFrame current="continuations" {...site} still>
      <h1>{carriedOn ? titleCarriedOn(carriedOn) : ja.carriedOn.title}</h1>
      <Choices>
        <Choice name={texts.controls.counted} options={LEVELS.map((level) => ({ label: ja.level[level], href: carriedOnHref({ ...view, level }), current: level === view.level }))} />
      </Choices>
      {carriedOn ? (
        <>
          <CarriedCounts carriedOn={carriedOn} view={view} />
          <MoveCounts carriedOn={carriedOn} view={view} />
          <h2>
            {nameRows(view, from, to)}
            {rows.length === 0 ? `：${texts.site.nothing}` : ""}
          </h2>
          {rows.length > 0 && <CarriedRows carriedOn={carriedOn} rows={rows.slice(0, MOST_ROWS)} dataset={view.dataset} />}
          {rows.length > MOST_ROWS && <p>ほか{rows.length - MOST_ROWS}件は、部で絞り込むと見られます。</p>}
          <p className="text-sm text-ink-soft">
            {readDoubt(carriedOn)}
            {(view.fate || view.move || departments || policyAreas) && <a href={carriedOnHref({ ...view, fate: null, move: null, filter: {} })}>{texts.controls.clear}</a>}
          </p>
        </>
      ) : (
        <p>{ja.carriedOn.nothing}</p>
      )}
      <p>
        <a href={continuationsHref(view)}>{texts.site.continuations}</a>
      </p>
    </SiteFrame>
  );
}

function isAsked({ fate, move }: View): (row: CarriedRow) => boolean {
  return (row) => (fate === null || row.fate === fate) && (move === null || row.move === move);
}

/** 「令和7年度の重点目標のうち、達成度が下がったもの」 */
function nameRows({ fate, move, level }: View, from: number, to: number): string {
  const items = ja.level[level];
  if (move) return `${formatFiscalYear(from)}から続く${items}：${ja.carriedOn.move[move]}もの`;
  if (fate === "ended") return `${formatFiscalYear(from)}の${items}のうち、${formatFiscalYear(to)}に${ja.carriedOn.ended}`;
  if (fate === "new") return `${formatFiscalYear(to)}の${items}のうち、${ja.carriedOn.new(formatFiscalYear(from))}`;
  if (fate === "continuing") return `${formatFiscalYear(from)}から${formatFiscalYear(to)}に続く${items}`;
  return `${formatFiscalYear(from)}と${formatFiscalYear(to)}の${items}`;
}
