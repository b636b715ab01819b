import type { ReactNode } from "react";
import type { DatasetRow } from "@/lib/domain/rows";
import { ja } from "@/lib/texts/ja";
import { PAGES } from "@/lib/parameters/pages";
import { placeHref, type ParameterProblem, type Place } from "@/lib/parameters/place";
import type { View } from "@/lib/parameters/view";
import { SearchBox } from "./search-box";
import { Still } from "./still";

const SECTIONS = ["overview", "goals", "continuations", "documents", "data", "about"] as const;
export type SiteSection = (typeof SECTIONS)[number];

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
  const first = { ...view, page: 1 };
  const main = (
    <>
      {several && (
        <p className="small no-print">
          {municipality}　<a href={placeHref(PAGES.municipalities, { dataset: view.dataset })}>{ja.site.chooseMunicipality}</a>
        </p>
      )}
      {view.dataset && (
        <p className="notice small">
          {ja.site.datasetVersion} <span className="hash">{shortHash(dataset.id)}</span> で固定して表示しています。{" "}
          <a href={placeHref(place, { ...view, dataset: null }, parts)}>{ja.site.toNewest}</a>
        </p>
      )}
      {problems.map((problem) => (
        <p key={`${problem.parameter}=${problem.value}`} className="notice small" role="status">
          {ja.site.unreadableParameter(problem.parameter, problem.value)}
        </p>
      ))}
      {children}
    </>
  );
  return (
    <>
      <a className="skip" href="#main">
        {ja.site.skip}
      </a>
      <Still as="header" className="site-header">
        <div className="page">
          <a className="brand" href={placeHref(PAGES.overview, first)}>
            {ja.site.name}
            <span>
              {municipality} {ja.site.tagline}
            </span>
          </a>
          <nav className="site-nav" aria-label={ja.site.menu}>
            <ul>
              {SECTIONS.map((section) => (
                <li key={section}>
                  <a href={placeHref(PAGES[section], first)} aria-current={section === current ? "page" : undefined}>
                    {ja.site[section]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <SearchBox view={view} />
        </div>
      </Still>
      {still ? (
        <Still as="main" id="main" className="page stack" style={{ paddingBlock: "1.5rem" }}>
          {main}
        </Still>
      ) : (
        <main id="main" className="page stack" style={{ paddingBlock: "1.5rem" }}>
          {main}
        </main>
      )}
      <Still as="footer" className="site-footer">
        <div className="page">
          <p>
            {ja.site.source}：{municipality}「運営方針」。達成度は各部の自己評価です。
          </p>
          <p>
            {ja.site.datasetVersion}{" "}
            <a className="hash" href={placeHref(place, { ...view, dataset: dataset.id }, parts)}>
              {shortHash(dataset.id)}
            </a>
            （資料{dataset.documents}件）。このリンクの内容は、新しい資料が加わっても変わりません。
          </p>
        </div>
      </Still>
    </>
  );
}

/** The first 12 characters of a hash: enough to tell datasets and documents apart on screen. */
export function shortHash(id: string): string {
  return id.slice(0, 12);
}
