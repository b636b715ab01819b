import type { Headline } from "@/lib/charts/headline/contract";
import { compareYears, countUnits, headlineRatings } from "@/lib/charts/rating-distribution/sentence";
import { formatFiscalYearInFull } from "@/lib/domain/fiscal-year";
import { goalsHref } from "@/lib/urls";

/** The sentence is what is read first, and no larger than what it stands under. */
const HEADLINE = "text-std-24B-150 [word-break:auto-phrase]";

interface HeadlineFigureProps {
  model: Headline;
  dataset: string | null;
  /** Named where there are several. */
  municipality?: string | null;
}

/** The page's first sentence: what the newest shown year came to; each figure leads to its goals. */
export function HeadlineFigure({ model: { chart, who }, dataset, municipality = null }: HeadlineFigureProps) {
  const newest = chart.totals.at(-1);
  if (!newest) return <h1>該当する運営方針がありません</h1>;
  return (
    <div className="space-y-1">
      <h1 className="text-std-24B-150">
        {municipality !== null && `${municipality} `}
        {formatFiscalYearInFull(newest.fiscalYear)} {who}
      </h1>
      {newest.rated === 0 ? (
        <p id="headline" className={HEADLINE}>
          <a href={goalsHref({ filter: newest.filter, dataset })}>{headlineRatings(chart)}</a>
        </p>
      ) : (
        <p id="headline" className={HEADLINE}>
          <a href={goalsHref({ filter: newest.filter, dataset })}>{countUnits(newest.total, "goals")}</a>のうち、
          {newest.segments.map((segment, index) => (
            <span key={segment.label} className="whitespace-nowrap">
              {segment.label}{" "}
              <a href={goalsHref({ filter: segment.filter, dataset })} aria-label={`${segment.label} ${segment.count}件`}>
                {segment.count}
              </a>
              {index < newest.segments.length - 1 ? "、" : "。"}
            </span>
          ))}
        </p>
      )}
      {newest.rated > 0 && compareYears(chart) && <p className="text-ink-soft">{compareYears(chart)}</p>}
    </div>
  );
}
