import { fiscalYearEn, listEn, UNITS_EN } from "./english";
import type { municipalitiesChartJa } from "./municipalities-chart-ja";

/** Texts of the chart of municipalities side by side, in English. None compares one with another. */
export const municipalitiesChartEn: typeof municipalitiesChartJa = {
  title: (unit, measure) => `Each municipality’s own ratings of its ${UNITS_EN[unit][1]} (${measure})`,
  ownScales: "Each municipality rates itself, by its own scale. They are not to be compared with each other.",
  rated: (name, year, count, amounts) => `${name}, ${fiscalYearEn(year)}, of ${count}: ${amounts.join(", ")}`,
  notRated: (name, year, count) => `${name}, ${fiscalYearEn(year)}: none of ${count} is rated`,
  noUnits: (name, year, unit) => `${name}, ${fiscalYearEn(year)}: no ${UNITS_EN[unit][1]} are stated`,
  noPlans: (name) => `${name}: there are no documents of the year shown`,
  shown: (names, more) => `It shows ${listEn(names)}${more > 0 ? ` (of ${names.length + more} municipalities)` : ""}.`,
  amount: (label, amount) => `${label} ${amount}`,
  shortAmount: (rating, amount) => `${rating} ${amount}`,
  shares: (unit) => `Shares of the municipality’s own ${UNITS_EN[unit][1]} that are rated.`,
  newestYears: "Each is shown with its own newest rated year, or, where none is rated, with its newest.",
  bars: "They do not stand in the order of ratings, and bars have a scale within one municipality only. The same letter or colour need not mean the same in another.",
  cut: (most, more) => `The drawing holds ${most} municipalities (${more} more are in the table).`,
  notDrawn: (more) => `${more} more ${more === 1 ? "municipality is" : "municipalities are"} not in this drawing.`,
  others: (count) => `There are documents of ${count} more, which can be asked for by name.`,
  head: (year, count) => `${fiscalYearEn(year)}, ${count}`,
  municipality: "Municipality",
  ratings: "Ratings by its own scale",
  noDocuments: "No documents of the year shown",
  moreRatings: (count) => `${count} more ratings are in the table`,
};
