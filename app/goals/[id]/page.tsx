import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readOrigins } from "@/app/_read/chart-rows";
import { openPage } from "@/app/_read/open-site";
import { pageMetadata } from "@/app/_read/page-metadata";
import { SideBySide } from "@/components/comparison/side-by-side";
import { FindingList } from "@/components/finding-list";
import { ConsideredBefore } from "@/components/goal/considered-before";
import { RatingHistory } from "@/components/goal/rating-history";
import { GoalHead } from "@/components/goal-head";
import { GoalLineage } from "@/components/goal-lineage";
import { InitiativePairs, NarrativeField, TargetPairs } from "@/components/goal-pairs";
import { SiteFrame } from "@/components/site-frame";
import { readGoalHistory } from "@/db/queries/continuations";
import { findGoal } from "@/db/queries/goal";
import { listGoals } from "@/db/queries/goals";
import { CHARTS } from "@/lib/charts/registry";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { goalRating } from "@/lib/domain/goal-filter";
import { municipalityOf } from "@/lib/domain/identifier";
import { findBefore } from "@/lib/domain/kin";
import { nameRating } from "@/lib/domain/rating/name";
import { PAGES } from "@/lib/parameters/pages";
import type { SearchParameters } from "@/lib/query-parameters";
import { foundJa } from "@/lib/texts/found-ja";

interface GoalPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParameters>;
}

export async function generateMetadata(props: GoalPageProps): Promise<Metadata> {
  const { site, goal } = await readGoal(props);
  const { title, fiscalYear, department, number, targets, initiativeCount } = goal;
  const year = formatFiscalYear(fiscalYear);
  const { facts, rating, parts } = foundJa.goal;
  return pageMetadata(site, {
    title: foundJa.goal.title(title, year, department, number),
    description: [
      facts(site.municipality, department, year, number),
      rating(nameRating(goalRating(goal))),
      parts(targets.length, initiativeCount),
      goal.overallAssessment ?? targets[0]?.text ?? "",
    ].join(""),
    chart: { definition: CHARTS.goal, view: { goal: goal.id } },
  });
}

export default async function GoalPage(props: GoalPageProps) {
  const { site, goal } = await readGoal(props);
  const { dataset } = site.view;
  const history = await readGoalHistory(site.database, site.dataset, goal.id);
  const before = findBefore(history, goal.id, goal.fiscalYear);
  const { predecessors, groups, others } = await readOrigins(site, goal, history);
  const siblings = (await listGoals(site.database, site.dataset, { fiscalYears: [goal.fiscalYear], departments: [goal.departmentId] })).filter(
    ({ planId }) => planId === goal.planId,
  );
  return (
    <SiteFrame current="goals" {...site} still>
      <GoalHead goal={goal} history={history} siblings={siblings} dataset={dataset} />
      <div className="grid grid-cols-1 gap-x-12 gap-y-6 @min-[66rem]/page:grid-cols-[minmax(0,1fr)_20rem] @min-[90rem]/page:grid-cols-[minmax(0,1fr)_30rem]">
        <div>
          <TargetPairs goal={goal} dataset={dataset} />
          <NarrativeField goal={goal} field="overallAssessment" dataset={dataset} />
          <TargetPairs goal={goal} rest dataset={dataset} />
          <InitiativePairs goal={goal} history={history} dataset={dataset} />
        </div>
        <div className="space-y-6">
          <RatingHistory history={history} goal={goal.id} dataset={dataset} />
          <ConsideredBefore before={before} predecessors={predecessors} dataset={dataset} />
          <FindingList findings={goal.findings} documentId={goal.documentId} dataset={dataset} />
          <GoalLineage goal={goal} history={history} dataset={dataset} />
          <NarrativeField goal={goal} field="futureConsiderations" dataset={dataset} />
        </div>
      </div>
      {predecessors.length > 0 && <SideBySide predecessors={predecessors} successor={goal} groups={groups} others={others} quoted dataset={dataset} />}
    </SiteFrame>
  );
}

async function readGoal({ params, searchParams }: GoalPageProps) {
  return findShownGoal((await params).id, await searchParams);
}

/** Once for the page and its title. */
const findShownGoal = cache(async (id: string, parameters: SearchParameters) => {
  const site = await openPage(PAGES.goal, parameters, { parts: { id }, municipality: municipalityOf(id) });
  const goal = site && (await findGoal(site.database, site.dataset, id));
  if (!goal) notFound();
  return { site, goal };
});
