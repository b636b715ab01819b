import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readGoals } from "@/app/_read/chart-rows";
import { openPage } from "@/app/_read/open-site";
import { pageMetadata } from "@/app/_read/page-metadata";
import { SideBySide } from "@/components/comparison/side-by-side";
import { LinkDecision, LinkHead, LinkReasons, ScoreTable } from "@/components/link-evidence";
import { SiteFrame } from "@/components/site-frame";
import { readContinuations } from "@/db/queries/continuations";
import { findGoal } from "@/db/queries/goal";
import { groupInitiatives, type InitiativeGroup, listOtherGoals } from "@/lib/charts/comparison/initiatives";
import { tagItem } from "@/lib/charts/continuation-ribbon/order";
import { CHARTS } from "@/lib/charts/registry";
import { type ContinuationItem, type ContinuationLink, listLinks } from "@/lib/domain/continuation-history";
import { cutText } from "@/lib/domain/cut-text";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { municipalityOf } from "@/lib/domain/identifier";
import { PAGES } from "@/lib/parameters/pages";
import type { SearchParameters } from "@/lib/query-parameters";
import { comparisonJa } from "@/lib/texts/comparison-ja";
import { continuationJa as ja } from "@/lib/texts/continuation-ja";
import { foundJa } from "@/lib/texts/found-ja";
import { goalJa } from "@/lib/texts/goal-ja";

interface LinkPageProps {
  params: Promise<{ predecessor: string; successor: string }>;
  searchParams: Promise<SearchParameters>;
}

export async function generateMetadata(props: LinkPageProps): Promise<Metadata> {
  const { site, link, predecessor, successor } = await readLink(props);
  const name = ({ goal, item }: typeof predecessor) =>
    `${formatFiscalYear(item.fiscalYear)} ${goal.department}の${ja.level[link.level]}「${cutText(item.text, 24)}」`;
  return pageMetadata(site, {
    title: foundJa.continuation.title(nameItem(predecessor), nameItem(successor)),
    description: foundJa.continuation.description(name(predecessor), name(successor), goalJa.link(link)),
    chart: { definition: CHARTS["continuation-ribbon"], view: { filter: site.chosen } },
  });
}

function nameItem({ goal, item }: Awaited<ReturnType<typeof readLink>>["predecessor"]) {
  return { text: `${tagItem(item)} ${cutText(item.text, 30)}`, year: formatFiscalYear(item.fiscalYear), department: goal.department };
}

export default async function LinkPage(props: LinkPageProps) {
  const { site, history, link, predecessor, successor } = await readLink(props);
  const groups =
    link.level === "initiative"
      ? [pairOf(link, predecessor.item, successor.item)]
      : groupInitiatives(
          history,
          { from: predecessor.item.fiscalYear, to: successor.item.fiscalYear, goals: [predecessor.goal.id, successor.goal.id] },
          comparisonJa,
        );
  const others = await readGoals(site, listOtherGoals(groups, [predecessor.goal, successor.goal]));
  const names = new Map(history.items.map((item) => [JSON.stringify(item.ref), item.text]));
  return (
    <SiteFrame current="continuations" {...site} still>
      <LinkHead link={link} predecessor={predecessor.item} successor={successor.item} dataset={site.view.dataset} />
      <LinkReasons
        renamed={predecessor.item.departmentId === successor.item.departmentId}
        link={link}
        nameOf={(ref) => names.get(JSON.stringify(ref)) ?? ref.pointer}
      />
      <SideBySide
        predecessors={[predecessor.goal]}
        successor={successor.goal}
        groups={groups}
        others={others}
        initiatives={link.level === "initiative"}
        sources
        dataset={site.view.dataset}
      />
      <ScoreTable link={link} />
      <LinkDecision link={link} />
    </SiteFrame>
  );
}

/** The two initiatives that the page is about, whatever else they are linked to. */
function pairOf(link: ContinuationLink, before: ContinuationItem, after: ContinuationItem): InitiativeGroup {
  return { before: [before], after: [after], name: goalJa.link(link), none: "" };
}

async function readLink({ params, searchParams }: LinkPageProps) {
  const { predecessor, successor } = await params;
  return findLink(predecessor, successor, await searchParams);
}

/** Once for the page and its title. */
const findLink = cache(async (predecessor: string, successor: string, parameters: SearchParameters) => {
  const site = await openPage(PAGES.continuation, parameters, { parts: { predecessor, successor }, municipality: municipalityOf(predecessor) });
  if (!site) notFound();
  const { items } = await readContinuations(site.database, site.dataset, { reasons: false });
  const departments = items.flatMap((item) => (item.key === predecessor ? [item.departmentId] : []));
  const history = await readContinuations(site.database, site.dataset, { reasons: departments });
  const link = listLinks(history).find((each) => each.predecessorKey === predecessor && each.successorKey === successor);
  if (!link) notFound();
  const readSide = async (key: string) => {
    const item = history.items.find((each) => each.key === key);
    const goal = item && (await findGoal(site.database, site.dataset, item.goalId));
    if (!item || !goal) notFound();
    return { item, goal };
  };
  return { site, history, link, predecessor: await readSide(predecessor), successor: await readSide(successor) };
});
