import type { ReactNode } from "react";
import type { DatasetRow } from "@/lib/domain/rows";
import { shortHash } from "@/lib/domain/short-hash";
import { MUNICIPALITIES } from "@/lib/parameters/filters";
import { PAGES } from "@/lib/parameters/pages";
import { type ParameterProblem, type Place, placeHref } from "@/lib/parameters/place";
import type { View } from "@/lib/parameters/view";
import { ja } from "@/lib/texts/ja";
import { overviewEn } from "@/lib/texts/overview-en";
import { FictitiousBanner } from "./fictitious-banner";
import { SearchBox } from "./search-box";
import { Still } from "./still";
import { Notice } from "./ui/notice";
import { MAIN, PAGE_WIDTH, PageBody } from "./ui/page-body";

const SECTIONS = ["overview", "goals", "continuations", "documents", "data", "about"] as const;
export type SiteSection = (typeof SECTIONS)[number];

const SECTION_LINK = "inline-block py-1 no-underline hover:underline aria-[current=page]:border-b-3 aria-[current=page]:font-bold aria-[current=page]:text-ink";

interface SiteFrameProps {
  current: SiteSection | null;
  municipality: string;
  /** There are other municipalities to choose from. */
  several: boolean;
  /** The dataset shown. */
  dataset: DatasetRow;
  /** Where the page stands, and what its address asks for: links to other pages carry what those take. */
  place: Place;
  view: View;
  parts: Record<string, string>;
  problems: ParameterProblem[];
  /** Nothing of the page moves. */
  still?: boolean;
  children: ReactNode;
}

/** Header, navigation, notices and footer around every page. */
export function SiteFrame({ current, municipality, several, dataset, place, view, parts, problems, still = false, children }: SiteFrameProps) {
  const { municipalities: _, ...filter } = view.filter;
  // What is shown of several municipalities leads to no one of them.
  const own = place.takes.includes(MUNICIPALITIES) ? { ...view, filter } : view;
  const first = { ...own, page: 1 };
  const main = (
    <>
      {several && (
        <p className="text-sm text-ink-soft print:hidden">
          {municipality}　<a href={placeHref(PAGES.municipalities, { dataset: view.dataset })}>{ja.site.chooseMunicipality}</a>
        </p>
      )}
      {view.dataset && (
        <Notice>
          {ja.site.datasetVersion} <span className="font-mono">{shortHash(dataset.id)}</span> で固定して表示しています。{" "}
          <a href={placeHref(place, { ...view, dataset: null }, parts)}>{ja.site.toNewest}</a>
        </Notice>
      )}
      {problems.map((problem) => (
        <Notice key={`${problem.parameter}=${problem.value}`} status>
          {ja.site.unreadableParameter(problem.parameter, problem.value)}
        </Notice>
      ))}
      {children}
    </>
  );
  return (
    <>
      <a className="absolute -top-20 left-0 z-1 bg-paper px-4 py-2 focus:top-0 print:hidden" href="#main">
        {ja.site.skip}
      </a>
      <Still as="header" className="border-b border-rule">
        <FictitiousBanner municipality={municipality} />
        <div className={`flex flex-wrap items-baseline gap-x-8 gap-y-1 py-3 ${PAGE_WIDTH}`}>
          <a className="text-lg font-bold text-ink no-underline" href={placeHref(PAGES.overview, first)}>
            {ja.site.name}
            <span className="ml-3 text-sm font-normal whitespace-nowrap text-ink-soft max-sm:whitespace-normal">
              {municipality} {ja.site.tagline}
            </span>
          </a>
          <nav className="print:hidden" aria-label={ja.site.menu}>
            <ul className="flex flex-wrap gap-x-5">
              {SECTIONS.map((section) => (
                <li key={section}>
                  <a href={placeHref(PAGES[section], first)} aria-current={section === current ? "page" : undefined} className={SECTION_LINK}>
                    {ja.site[section]}
                  </a>
                </li>
              ))}
              <li>
                <a
                  href={placeHref(PAGES.english, first)}
                  lang="en"
                  hrefLang="en"
                  aria-current={place.path === PAGES.english.path ? "page" : undefined}
                  className={SECTION_LINK}
                >
                  {overviewEn.link}
                </a>
              </li>
            </ul>
          </nav>
          <SearchBox view={own} />
        </div>
      </Still>
      {still ? (
        <Still as="main" id="main" className={MAIN}>
          {main}
        </Still>
      ) : (
        <PageBody>{main}</PageBody>
      )}
      <Still as="footer" className="mt-12 border-t border-rule pt-5 pb-10 text-sm text-ink-soft print:mt-4 print:break-inside-avoid print:py-2">
        <div className={PAGE_WIDTH}>
          <p>
            {ja.site.source}：{municipality}「運営方針」。達成度は各部の自己評価です。
          </p>
          <p>
            {ja.site.datasetVersion}{" "}
            <a className="font-mono" href={placeHref(place, { ...view, dataset: dataset.id }, parts)}>
              {shortHash(dataset.id)}
            </a>
            （資料{dataset.documents}件）。この版へのリンクは、資料が追加されても同じ内容を表示します。
          </p>
        </div>
      </Still>
    </>
  );
}
