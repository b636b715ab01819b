import { chartBuilderHref, chartHref } from "@/lib/chart-urls";
import { CHARTS, type DescribedChart } from "@/lib/charts/registry";
import type { View } from "@/lib/parameters/view";
import { chartTexts } from "@/lib/texts/chart-texts";
import { overviewEn } from "@/lib/texts/overview-en";
import { tableHref } from "@/lib/urls";
import { ChartSvg } from "./charts/chart-svg";
import { LEGEND } from "./charts/figure-legend";
import { LegendList } from "./charts/legend-list";
import { ChartTable, viewOf } from "./charts/registry";
import { Still } from "./still";
import { Bullets } from "./ui/bullets";
import { DataTable, ScrollRegion } from "./ui/data-table";
import { OPEN_ON_PAPER, Summary } from "./ui/disclosure";

interface EnglishOverviewProps {
  municipality: string;
  view: View;
  /** Every chart in English, and what it was asked for. */
  charts: readonly { facts: DescribedChart; view: View; attribution: string }[];
}

/** Pixels that each chart is laid out for in a wide and in a narrow room. */
const WIDTHS = { wide: 640, narrow: 288 } as const;

/** All charts with their readings and figures, how to read them, terms and data, in English. */
export function EnglishOverview({ municipality, view, charts }: EnglishOverviewProps) {
  const { dataset, filter } = view;
  const shown = charts.filter(({ facts }) => !facts.empty);
  return (
    <Still as="div" lang="en" className="space-y-8">
      <div className="max-w-prose space-y-3">
        <h1>{overviewEn.title(municipality)}</h1>
        <p>{overviewEn.lead(municipality)}</p>
      </div>
      <div className="grid grid-cols-1 gap-x-12 gap-y-8 @min-[72rem]/page:grid-cols-2 print:block print:space-y-8">
        {shown.map((chart) => (
          <EnglishChart key={chart.facts.name} {...chart} />
        ))}
      </div>
      <section aria-labelledby="reading-title" className="max-w-prose">
        <h2 id="reading-title" className="mb-2 text-lg">
          {overviewEn.reading}
        </h2>
        <Bullets>
          {overviewEn.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </Bullets>
      </section>
      <section aria-labelledby="terms-title">
        <h2 id="terms-title" className="mb-2 text-lg">
          {overviewEn.terms}
        </h2>
        <ScrollRegion label={chartTexts("en").tableOf(overviewEn.terms)}>
          <DataTable
            caption={overviewEn.terms}
            head={overviewEn.termHeads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          >
            {overviewEn.termList.map(([term, english, meaning]) => (
              <tr key={term}>
                <th scope="row" className="whitespace-nowrap">
                  {term}
                </th>
                <td className="whitespace-nowrap">{english}</td>
                <td className="min-w-[16em]">{meaning}</td>
              </tr>
            ))}
          </DataTable>
        </ScrollRegion>
      </section>
      <section aria-labelledby="use-title" className="max-w-prose">
        <h2 id="use-title" className="mb-2 text-lg">
          {overviewEn.use}
        </h2>
        <p>{overviewEn.tables}</p>
        <Bullets>
          {Object.entries(overviewEn.tableNames).map(([name, text]) => (
            <li key={name}>
              <a href={tableHref(name, "csv", dataset, { ...filter, header: "en" })}>{text} (CSV)</a>
            </li>
          ))}
          <li>
            <a href="/api/openapi.json">{overviewEn.api}</a>
          </li>
        </Bullets>
      </section>
    </Still>
  );
}

function EnglishChart({ facts, view, attribution }: EnglishOverviewProps["charts"][number]) {
  const { name, title, reading, basis, model } = facts;
  const definition = CHARTS[name];
  const { place, legend } = viewOf(facts);
  const entries = legend(model, `${name}-legend`);
  return (
    <figure className="@container print:break-inside-avoid" aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`} className="mb-2 text-lg">
        {title}
      </h2>
      <p className="mb-2 max-w-prose">{reading}</p>
      {entries.length > 0 && <LegendList className={LEGEND} entries={entries} language="en" />}
      {(["wide", "narrow"] as const).map((room) => {
        const drawing = place(model, WIDTHS[room], { id: `${name}-${room}`, view });
        return (
          <div key={room} className={`overflow-x-auto ${room === "wide" ? "hidden @min-[40rem]:block" : "@min-[40rem]:hidden"}`}>
            <ChartSvg layout={drawing} title={title}>
              {drawing.content}
            </ChartSvg>
          </div>
        );
      })}
      <details className={OPEN_ON_PAPER}>
        <Summary>{chartTexts("en").embed.table}</Summary>
        <ChartTable facts={facts} view={view} />
      </details>
      <figcaption className="mt-2 text-sm text-ink-soft">
        {basis} {attribution} <a href={chartBuilderHref(definition, view)}>{overviewEn.embed}</a>{" "}
        <a href={chartHref(definition, { ...view, header: "en" }, "csv")}>{overviewEn.data}</a>
      </figcaption>
    </figure>
  );
}
