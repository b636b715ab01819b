import { quoteRating } from "@/lib/domain/rating/name";
import { attentionEn } from "./attention-en";
import { changeEn } from "./change-en";
import type { ChartTexts } from "./chart-ja";
import { comparisonEn } from "./comparison-en";
import { distributionEn } from "./distribution-en";
import { countEn, fiscalYearEn, listEn, ratingEn, UNITS_EN } from "./english";
import { focusEn } from "./focus-en";
import { goalChartEn } from "./goal-chart-en";
import { municipalitiesChartEn } from "./municipalities-chart-en";
import { translateLabel } from "./rating-label-en";
import { ribbonEn } from "./ribbon-en";

/** Texts of charts and embeds, in English. Names and narrative stay as the documents have them. */
export const chartEn: ChartTexts = {
  locale: "en_GB",
  year: fiscalYearEn,
  yearShort: fiscalYearEn,
  yearBrief: (year) => `’${String(year % 100).padStart(2, "0")}`,
  yearInFull: (year) => fiscalYearEn(year),
  years: (years) => listEn([...new Set(years)].sort((a, b) => a - b).map(fiscalYearEn)),
  list: (items) => items.join(", "),
  dots: (items) => items.join(", "),
  join: (...sentences) => sentences.filter(Boolean).join(" "),
  sentence: (text) => `${text}.`,
  phrases: (texts) => texts.join(". "),
  quote: (text) => `“${text}”`,
  within: (name, note) => `${name} (${note})`,
  told: (name, text) => `${name}: ${text}`,
  unit: { goals: "priority goals", targets: "targets" },
  measure: { count: "count", share: "share" },
  grouping: { area: "Policy area", "policy-goal": "Policy goal", department: "Department", year: "Fiscal year" },
  area: "Policy area",
  fiscalYear: "Fiscal year",
  notRated: "Not rated",
  none: "Not stated",
  all: "All",
  total: "Total",
  count: String,
  countUnits: (count, unit) => countEn(count, UNITS_EN[unit]),
  departments: (count) => countEn(count, ["department", "departments"]),
  more: (count) => `${count} more`,
  moreInCsv: (count) => `${count} more in the CSV file.`,
  rating: ratingEn,
  meaning: translateLabel,
  quoteRating,
  department: ({ name, former }) => (former.length === 0 ? name : `${name} (formerly ${former.join(", ")})`),
  score: ({ score, status }) => (status === "proposed" ? `estimated ${score.toFixed(2)}` : score.toFixed(2)),
  noGoals: "No priority goal meets the conditions.",
  rounded: "Percentages are rounded, so some do not add up to 100%.",
  missingYears: (years) => `There are no documents for ${listEn(years.map(fiscalYearEn))} (dotted line).`,
  scoped: (title, scope) => `${title}: ${scope.join(", ")}`,
  noArea: "policy area not stated",
  noResponsibleUnit: "responsible unit not stated",
  noPolicyGoal: "policy goal not stated",
  legend: "Legend",
  tableOf: (title) => `${title} (table)`,
  fictitious: "This is invented data, of no real municipality. ",
  partlyFictitious: "Municipalities that are marked as invented (kakū) in their names are not real, nor are their data. ",
  cited: (cities, document, years) => `${listEn(cities)}, ${document}, ${years}`,
  citedTogether: (cited) => cited.join("; "),
  moreMunicipalities: (count) => `${count} more municipalities`,
  municipalityCount: (count) => countEn(count, ["municipality", "municipalities"]),
  source: (cited, version) => `Source: self-evaluation of ${cited}. Data version ${version}.`,
  document: (department) => (department === null ? "運営方針 (department plans)" : `${department} 運営方針 (department plan)`),
  documentYears: (years) =>
    years.length === 0
      ? "no such document"
      : years.length <= 4
        ? years.map(fiscalYearEn).join(", ")
        : `${fiscalYearEn(years[0]!)} to ${fiscalYearEn(years.at(-1)!)}, ${years.length} years`,
  files: {
    svg: "the chart (sharp at any size)",
    png: "the chart (image)",
    csv: "its figures (UTF-8, names of columns in the first line)",
    json: "its figures (JSON)",
    "metadata.json": "what the columns mean, the documents, their rating scales",
    wareki: "To quote it in Japanese (era)",
    seireki: "To quote it in Japanese (western calendar)",
    english: "To quote it",
    licence: "Terms of use",
    frozen: "This version for ever",
  },
  embed: {
    site: "Ayumi",
    skip: "Skip the chart, to its table",
    table: "Show as a table",
    newer: "There is a newer version",
    page: "More (in Japanese)",
    newTab: "Links, and the chart’s marks, open in a new tab.",
    picture: "Image",
    zip: "All files (ZIP)",
    notShown: "This chart cannot be shown",
    pageOf: " – Ayumi",
    open: "Open Ayumi",
  },
  scale: {
    difference: (rating, one, oneTold, two, twoTold) =>
      `The documents use different rating scales (${rating} is ${oneTold} in ${one}, ${twoTold} in ${two}), so the same letter need not mean the same.`,
    noEntry: "not on the scale",
    noScale: "without a printed scale",
    noMeaning: "not explained",
    outside: "outside the order",
    rank: (place) => `number ${place} from the top`,
    noRange: "without a percentage",
    least: (least) => `${least}% or more`,
    below: (below) => `below ${below}%`,
    range: (least, below) => [least, below].filter(Boolean).join(", "),
  },
  distribution: distributionEn,
  focus: focusEn,
  change: changeEn,
  ribbon: ribbonEn,
  attention: attentionEn,
  goal: goalChartEn,
  comparison: comparisonEn,
  municipalities: municipalitiesChartEn,
};
