import { chartTexts } from "@/lib/texts/chart-texts";
import type { ChartContract } from "../contract";
import { type CountedRibbon, countRibbon } from "./counted";
import { cutRibbon } from "./cut";
import { bringOutLineages, readLineages } from "./focus";
import { type ContinuationRibbon, makeRibbon } from "./model";
import { readBasis, readRibbon, titleRibbon } from "./sentence";
import { spanYears } from "./span";
import { tabulateRibbon } from "./table";

/** View model of the ribbon: cut to what a page can hold and, where it is of very many, counted, which is drawn in its place. */
export interface RibbonModel {
  ribbon: ContinuationRibbon;
  counted: CountedRibbon | null;
}

export const continuationRibbon: ChartContract<"continuation-ribbon", RibbonModel> = {
  name: "continuation-ribbon",
  title: "目標の継続",
  description:
    "ある年度の目標や取組のうち何件が、次の年度（年度を選んだときは、その中の次の年度）に続いたか、まとめられたか、後継が見当たらないかを、帯で示します。",
  english: {
    title: "What was carried on",
    description:
      "How many goals or initiatives of a fiscal year were carried on into the next (of years that are chosen, the next of them), merged, or have no successor.",
  },
  of: ["goals", "initiatives"],
  measure: ["count"],
  by: ["year"],
  needs: ["continuations"],
  takesFocus: ["goal"],
  page: "continuations",
  describe({ history }, { filter: { fiscalYears, ...filter }, of, focus: asked, language }) {
    const level = of === "initiatives" ? "initiative" : "goal";
    const spanned = spanYears(history, level, fiscalYears);
    const ribbon = makeRibbon(spanned.history, { level, filter, language });
    const texts = chartTexts(language);
    const focus = asked ? bringOutLineages(ribbon, asked) : null;
    const counted = countRibbon(ribbon);
    const passed = spanned.chained.flatMap(({ from, to }) => history.items.map(({ fiscalYear }) => fiscalYear).filter((year) => from < year && year < to));
    const shown = ribbon.columns.filter(({ nodes }) => nodes.length > 0).map((column) => column.fiscalYear);
    return {
      title: titleRibbon(ribbon, counted ? null : focus),
      reading: texts.join(readRibbon(ribbon), readLineages(ribbon, focus, counted !== null)),
      basis: texts.join(readBasis(ribbon), ...spanned.chained.map(({ from, to }) => texts.ribbon.chained(from, to))),
      table: tabulateRibbon(ribbon, focus),
      model: { ribbon: counted ? ribbon : cutRibbon(ribbon), counted },
      empty: shown.length === 0,
      fiscalYears: [...new Set([...shown, ...passed])].sort((a, b) => a - b),
    };
  },
};
