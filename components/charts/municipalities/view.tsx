import { layoutMunicipalities } from "@/lib/charts/municipalities/layout";
import type { MunicipalitiesChart } from "@/lib/charts/municipalities/model";
import { readMunicipalities } from "@/lib/charts/municipalities/sentence";
import type { ChartView } from "../chart-view";
import { StripePattern } from "../rating-distribution/marks";
import { Line, MunicipalityMarks } from "./marks";
import { MunicipalitiesTable } from "./table";

export const municipalitiesView: ChartView<MunicipalitiesChart> = {
  place(chart, room, { id, view }) {
    const { width, height, panels, note } = layoutMunicipalities(chart, room);
    return {
      width,
      height,
      content: (
        <>
          <StripePattern id={id} />
          {panels.map((placed) => (
            <MunicipalityMarks key={placed.panel.id} placed={placed} chart={chart} id={id} view={view} />
          ))}
          {note && <Line line={note} />}
        </>
      ),
    };
  },
  shorten({ model: { drawn, ...chart } }) {
    if (drawn <= 1) return null;
    const model = { ...chart, drawn: drawn - 1 };
    return { model, reading: readMunicipalities(model) };
  },
  // Each municipality's scale stands in its own panel.
  legend: () => [],
  Table: ({ facts, view }) => <MunicipalitiesTable chart={facts.model} title={facts.title} dataset={view.dataset} />,
};
