import type { Metadata } from "next";
import { openPage } from "@/app/_read/open-site";
import { pageMetadata } from "@/app/_read/page-metadata";
import { EmptySite } from "@/components/empty-site";
import { RatingBadge } from "@/components/rating-badge";
import { SiteFrame } from "@/components/site-frame";
import { Bullets } from "@/components/ui/bullets";
import { DataTable, ScrollRegion } from "@/components/ui/data-table";
import { listGoals } from "@/db/queries/goals";
import { listPlans } from "@/db/queries/plans";
import { CHARTS } from "@/lib/charts/registry";
import { formatFiscalYear, formatFiscalYears } from "@/lib/domain/fiscal-year";
import { nameRating } from "@/lib/domain/rating/name";
import { rateBy } from "@/lib/domain/rating/value";
import type { PlanRow } from "@/lib/domain/rows";
import { BUILDER } from "@/lib/parameters/charts";
import { PAGES } from "@/lib/parameters/pages";
import { type Place, placeHref } from "@/lib/parameters/place";
import type { SearchParameters } from "@/lib/query-parameters";
import { continuationJa } from "@/lib/texts/continuation-ja";
import { embedJa } from "@/lib/texts/embed-ja";
import { foundJa } from "@/lib/texts/found-ja";
import { ja } from "@/lib/texts/ja";
import { documentHref } from "@/lib/urls";

/** Pages that no section of the menu is named after, but this one leads to for whoever looks for all there is. */
const MORE: readonly [page: Place, name: string][] = [
  [PAGES.carriedOn, continuationJa.carriedOn.title],
  [PAGES.briefing, ja.site.briefing],
  [BUILDER, embedJa.title],
];

export async function generateMetadata({ searchParams }: { searchParams: Promise<SearchParameters> }): Promise<Metadata> {
  const page = await openPage(PAGES.about, await searchParams);
  if (!page) return {};
  const plans = await listPlans(page.database, page.dataset);
  return pageMetadata(page, {
    title: foundJa.about.title(page.municipality),
    description: foundJa.about.description(page.municipality, plans.length, formatFiscalYears(plans.map(({ fiscalYear }) => fiscalYear))),
    chart: { definition: CHARTS["rating-distribution"], view: { filter: page.chosen } },
  });
}

export default async function AboutPage({ searchParams }: { searchParams: Promise<SearchParameters> }) {
  const site = await openPage(PAGES.about, await searchParams);
  if (!site) return <EmptySite />;
  const plans = await listPlans(site.database, site.dataset);
  const goals = await listGoals(site.database, site.dataset);
  const outside = [...new Set(plans.flatMap(({ scale }) => scale.values.filter((value) => value.outside).map(nameRating)))];
  const unknown = plans.filter((plan) => plan.stage === "plan");
  return (
    <SiteFrame current="about" {...site} still>
      <h1>{ja.site.about}</h1>
      <div className="grid grid-cols-1 gap-x-16 gap-y-6 @min-[66rem]/page:grid-cols-[minmax(0,44rem)_minmax(0,1fr)]">
        <div className="space-y-6">
          <p className="max-w-prose">
            「あゆみ」は、{site.municipality}
            の各部が毎年公表する「運営方針」を、年度をまたいで読み比べるためのサイトです。数字にも文章にも、もとになった資料の行へのリンクがあります。
          </p>
          <section className="max-w-prose space-y-3" aria-labelledby="counting-title">
            <h2 id="counting-title">達成度の数え方</h2>
            <Bullets>
              <li>達成度は、各部が自ら付けた評価です。このサイトが付けた評価はありません。</li>
              <li>重点目標は「全体の達成度」で数えます。その記載がなく、一覧表に達成度があるときは一覧表によります。</li>
              <li>達成目標は、それぞれの「達成度」で数えます。全体の達成度と食い違うことがあり、そのときは「確認したいこと」に示します。</li>
              <li>
                達成度は順序のある区分で、点数ではありません。平均は出さず、件数と割合で示します。順序は、資料にある基準の割合により、割合がなければ様式または資料に書かれた順によります。
              </li>
              <li>割合の母数は、その行の評価済みの件数です。評価未掲載のものは母数に入れません。</li>
              <li>
                取りやめたものや評価できないものの区分{outside.length > 0 && `（${outside.join("、")}）`}は順序の外とし、ほかより良いとも悪いともしません。
              </li>
            </Bullets>
          </section>
          <section className="max-w-prose space-y-3" aria-labelledby="unknown-title">
            <h2 id="unknown-title">利用上の注意</h2>
            {unknown.length === 0 && <p>評価未掲載の運営方針はありません。</p>}
            <Bullets>
              {unknown.map((plan) => (
                <li key={plan.id}>
                  {formatFiscalYear(plan.fiscalYear)} {plan.department}の{goals.filter((goal) => goal.planId === plan.id).length}
                  件の重点目標は、計画の段階の資料のため、達成度・達成状況・取組実績が載っていません。未達成や未実施という意味ではありません。
                </li>
              ))}
              <li>達成度がどのような資料や数値から付けられたかは、運営方針に書かれている範囲でしか分かりません。</li>
            </Bullets>
          </section>
        </div>
        <section className="space-y-3 print:hidden" aria-labelledby="more-title">
          <h2 id="more-title">そのほかのページ</h2>
          <Bullets>
            {MORE.map(([page, name]) => (
              <li key={page.path}>
                <a href={placeHref(page, site.view)}>{name}</a>
              </li>
            ))}
          </Bullets>
        </section>
        <section className="space-y-3" aria-labelledby="scale-title">
          <h2 id="scale-title">資料ごとの達成度の区分</h2>
          {plans.map((plan) => (
            <ScaleTable key={plan.id} plan={plan} dataset={site.view.dataset} />
          ))}
        </section>
      </div>
    </SiteFrame>
  );
}

/** The scale just as the document prints it. */
function ScaleTable({ plan, dataset }: { plan: PlanRow; dataset: string | null }) {
  const name = `${formatFiscalYear(plan.fiscalYear)} ${plan.department}`;
  return (
    <div>
      <h3>
        <a href={documentHref(plan.documentId, dataset)}>{name}</a>
      </h3>
      {plan.ratingScale.length === 0 ? (
        <p className="text-ink-soft">この資料には、達成度の区分の説明がありません。</p>
      ) : (
        <ScrollRegion label={`${name}の達成度の区分`}>
          <DataTable
            caption={`${name}の達成度の区分`}
            head={
              <>
                <th scope="col">達成度</th>
                <th scope="col">資料の説明</th>
              </>
            }
          >
            {plan.ratingScale.map((entry) => (
              <tr key={entry.rating}>
                <th scope="row">
                  <RatingBadge rating={rateBy(plan.scale, entry.rating)} labelled />
                </th>
                <td>{entry.criterion ?? ja.none}</td>
              </tr>
            ))}
          </DataTable>
        </ScrollRegion>
      )}
    </div>
  );
}
