import type { ReactNode } from "react";
import type { GoalFilter } from "@/lib/domain/goal-filter";
import type { DatasetRow } from "@/lib/domain/rows";
import { ja } from "@/lib/texts/ja";
import { type ParameterProblem } from "@/lib/url-parameters";
import { continuationsHref, goalsHref, municipalitiesHref, overviewHref, pageHref } from "@/lib/urls";
import { SearchBox } from "./search-box";
import { Still } from "./still";

export type SiteSection = "overview" | "goals" | "continuations" | "documents" | "data" | "about";

interface SiteFrameProps {
  current: SiteSection | null;
  municipality: string;
  /** There are other municipalities to choose from. */
  several?: boolean;
  /** What links to other pages carry, so that they show the same municipality. */
  chosen?: Pick<GoalFilter, "municipalities">;
  /** The dataset shown; `null` while there is none. */
  dataset: DatasetRow | null;
  /** Id of the dataset that the URL asks for, `null` where it follows the newest. */
  frozen: string | null;
  problems?: ParameterProblem[];
  /** What is in the search box. */
  q?: string;
  /** The page's own URL in the newest dataset; else that of its section. */
  newest?: string;
  /** Nothing of the page moves. */
  still?: boolean;
  children: ReactNode;
}

/** Header, navigation, notices and footer around every page. */
export function SiteFrame({ current, municipality, several = false, chosen = {}, dataset, frozen, problems = [], q = "", newest, still = false, children }: SiteFrameProps) {
  const home = overviewHref({ filter: chosen, unit: "goals", measure: "count", by: "area", dataset: frozen });
  const sections: [SiteSection, string][] = [
    ["overview", home],
    ["goals", goalsHref({ filter: chosen, dataset: frozen })],
    ["continuations", continuationsHref({ filter: chosen, dataset: frozen })],
    ["documents", pageHref("/documents", frozen, chosen)],
    ["data", pageHref("/data", frozen, chosen)],
    ["about", pageHref("/about", frozen, chosen)],
  ];
  const main = (
    <>
      {several && (
        <p className="small no-print">
          {municipality}　<a href={municipalitiesHref(frozen)}>{ja.site.chooseMunicipality}</a>
        </p>
      )}
      {frozen && dataset && (
        <p className="notice small">
          {ja.site.datasetVersion} <span className="hash">{shortHash(dataset.id)}</span> で固定して表示しています。{" "}
          <a href={newest ?? sections.find(([section]) => section === current)?.[1].split("?")[0] ?? "/"}>{ja.site.toNewest}</a>
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
          <a className="brand" href={home}>
            {ja.site.name}
            <span>
              {municipality} {ja.site.tagline}
            </span>
          </a>
          <nav className="site-nav" aria-label={ja.site.menu}>
            <ul>
              {sections.map(([section, href]) => (
                <li key={section}>
                  <a href={href} aria-current={section === current ? "page" : undefined}>
                    {ja.site[section]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <SearchBox q={q} chosen={chosen} dataset={frozen} />
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
          {dataset && (
            <p>
              {ja.site.datasetVersion}{" "}
              <a className="hash" href={overviewHref({ filter: chosen, unit: "goals", measure: "count", by: "area", dataset: dataset.id })}>
                {shortHash(dataset.id)}
              </a>
              （資料{dataset.documents}件）。このリンクの内容は、新しい資料が加わっても変わりません。
            </p>
          )}
        </div>
      </Still>
    </>
  );
}

/** The first 12 characters of a hash: enough to tell datasets and documents apart on screen. */
export function shortHash(id: string): string {
  return id.slice(0, 12);
}
