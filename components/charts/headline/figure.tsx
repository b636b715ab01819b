import type { Headline } from "@/lib/charts/headline/model";
import { readPlan } from "@/lib/charts/headline/sentence";
import { compareYears, findLeadingRow, headlineRatings } from "@/lib/charts/rating-distribution/sentence";
import { CHARTS } from "@/lib/charts/registry";
import { formatFiscalYearInFull } from "@/lib/domain/fiscal-year";
import type { View } from "@/lib/parameters/view";
import { chartTexts } from "@/lib/texts/chart-texts";
import { embedJa } from "@/lib/texts/embed-ja";
import { goalsHref } from "@/lib/urls";
import { ChartLinks } from "../../embed/chart-links";

/** The sentence is what is read first, and no larger than what it stands under. */
const HEADLINE = "text-std-24B-150 [word-break:auto-phrase]";

interface HeadlineFigureProps {
  model: Headline;
  dataset: string | null;
  /** Named where there are several. */
  municipality?: string | null;
  /** What the chart of it is asked for. */
  quoted: View;
}

/** The page's first sentence: what the leading shown year came to; each figure leads to its goals. */
export function HeadlineFigure({ model: { chart, who, partly, plans }, dataset, municipality = null, quoted }: HeadlineFigureProps) {
  const leading = findLeadingRow(chart);
  const texts = chartTexts(chart.language);
  const comparison = leading && leading.rated > 0 ? compareYears(chart) : "";
  if (!leading) return <h1>該当する運営方針がありません</h1>;
  return (
    <div className="space-y-1">
      <h1 className="text-std-24B-150">
        {municipality !== null && `${municipality} `}
        {formatFiscalYearInFull(leading.fiscalYear)} {who}
        {partly && "が評価済み"}
      </h1>
      {leading.rated === 0 ? (
        <p id="headline" className={HEADLINE}>
          <a href={goalsHref({ filter: leading.filter, dataset })}>{headlineRatings(chart)}</a>
        </p>
      ) : (
        <p id="headline" className={HEADLINE}>
          <a href={goalsHref({ filter: leading.filter, dataset })}>{texts.countUnits(leading.total, "goals")}</a>のうち、
          {leading.segments.map((segment, index) => (
            <span key={segment.label} className="whitespace-nowrap">
              {segment.label}{" "}
              <a href={goalsHref({ filter: segment.filter, dataset })} aria-label={`${segment.label} ${segment.count}件`}>
                {segment.count}
              </a>
              {index < leading.segments.length - 1 ? "、" : "。"}
            </span>
          ))}
        </p>
      )}
      <p className={`max-w-[60em] text-ink-soft ${comparison ? "" : "print:hidden"}`}>
        {comparison}{" "}
        <span className="text-sm">
          <ChartLinks definition={CHARTS.headline} view={quoted} quote={embedJa.quote} />
        </span>
      </p>
      {plans.map((row) => (
        <p key={row.fiscalYear} className="text-ink-soft">
          <a href={goalsHref({ filter: row.filter, dataset })}>{readPlan(row, chart.unit, texts)}</a>です。
        </p>
      ))}
    </div>
  );
}
