import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FindingList } from "@/components/finding-list";
import { GoalHead } from "@/components/goal-head";
import { InitiativePairs, NarrativeField, TargetPairs } from "@/components/goal-pairs";
import { SiteFrame } from "@/components/site-frame";
import { findGoal } from "@/db/queries/goal";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { parseDataset, type SearchParameters } from "@/lib/urls";
import { openSite } from "../../open-site";

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
  return (
    <SiteFrame current="goals" {...site}>
      <GoalHead goal={goal} dataset={site.frozen} />
      <FindingList findings={goal.findings} documentId={goal.documentId} dataset={site.frozen} />
      <TargetPairs goal={goal} dataset={site.frozen} />
      <InitiativePairs goal={goal} dataset={site.frozen} />
      <NarrativeField goal={goal} field="overallAssessment" dataset={site.frozen} />
      <NarrativeField goal={goal} field="futureConsiderations" dataset={site.frozen} />
    </SiteFrame>
  );
}

async function readGoal({ params, searchParams }: GoalPageProps) {
  const site = await openSite(parseDataset(await searchParams));
  const goal = site && (await findGoal(site.database, site.dataset, (await params).id));
  if (!goal) notFound();
  return { site, goal };
}
