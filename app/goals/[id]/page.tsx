import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { FindingList } from "@/components/finding-list";
import { GoalHead } from "@/components/goal-head";
import { GoalLineage } from "@/components/goal-lineage";
import { InitiativePairs, NarrativeField, TargetPairs } from "@/components/goal-pairs";
import { SideBySide } from "@/components/side-by-side";
import { SiteFrame } from "@/components/site-frame";
import { readGoalHistory } from "@/db/queries/continuations";
import { findGoal } from "@/db/queries/goal";
import type { ContinuationHistory } from "@/lib/domain/continuation";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { municipalityOf } from "@/lib/domain/identifier";
import type { GoalDetail } from "@/lib/domain/rows";
import { PAGES } from "@/lib/parameters/pages";
import type { SearchParameters } from "@/lib/query";
import { openPage, type Site } from "../../open-site";

interface GoalPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParameters>;
}

export async function generateMetadata(props: GoalPageProps): Promise<Metadata> {
  const { goal } = await readGoal(props);
  return { title: `${goal.title}（${formatFiscalYear(goal.fiscalYear)}）`, description: goal.overallAssessment?.slice(0, 120) ?? goal.targets[0]?.text };
}

export default async function GoalPage(props: GoalPageProps) {
  const { site, goal } = await readGoal(props);
  const history = await readGoalHistory(site.database, site.dataset, goal.id);
  const predecessors = await readPredecessors(site, goal.id, history);
  return (
    <SiteFrame current="goals" {...site} still>
      <div className="grid grid-cols-1 gap-x-12 gap-y-6 @min-[66rem]/page:grid-cols-[minmax(0,1fr)_22rem] @min-[90rem]/page:grid-cols-[minmax(0,1fr)_30rem]">
        <div className="space-y-6">
          <GoalHead goal={goal} dataset={site.view.dataset} />
          <TargetPairs goal={goal} dataset={site.view.dataset} />
          <InitiativePairs goal={goal} dataset={site.view.dataset} />
          <NarrativeField goal={goal} field="overallAssessment" dataset={site.view.dataset} />
        </div>
        <div className="space-y-6">
          <FindingList findings={goal.findings} documentId={goal.documentId} dataset={site.view.dataset} />
          <GoalLineage goal={goal} history={history} dataset={site.view.dataset} />
          <NarrativeField goal={goal} field="futureConsiderations" dataset={site.view.dataset} />
        </div>
      </div>
      {predecessors.length > 0 && <SideBySide predecessors={predecessors} successor={goal} dataset={site.view.dataset} />}
    </SiteFrame>
  );
}

/** The goals that this one carries on, for the texts side by side. */
async function readPredecessors(site: Site, id: string, history: ContinuationHistory): Promise<GoalDetail[]> {
  const links = history.comparisons.flatMap((comparison) => comparison.links);
  const keys = links.filter((link) => link.successorKey === id && link.kind !== "related" && link.status !== "rejected").map((link) => link.predecessorKey);
  const goals = await Promise.all(keys.map((key) => findGoal(site.database, site.dataset, key)));
  return goals.filter((goal) => goal !== null);
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
