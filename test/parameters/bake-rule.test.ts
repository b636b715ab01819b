import { describe, expect, it } from "vitest";
import { CHARTS } from "@/lib/charts/registry";
import { isBakedQuery } from "@/lib/parameters/bake-rule";
import { chartPlace } from "@/lib/parameters/charts";
import { PAGES } from "@/lib/parameters/pages";

describe("a static copy holds", () => {
  it.each([
    ["", true],
    ["year=2025", true],
    ["rating=C", true],
    ["year=2025&rating=C", true],
    ["municipality=m12345678&year=2025", true],
    ["year=2025&department=x", true],
    ["area=a&rating=C", false],
    ["year=2025&area=a&rating=C", false],
    ["municipality=m12345678&year=2025&rating=C", false],
    ["sort=title", false],
    ["nonsense=1", false],
  ])("/goals?%s: %s", (query, held) => expect(isBakedQuery(PAGES.goals, new URLSearchParams(query))).toBe(held));

  it("pages of a list, and the form that tells its height, whatever else is asked", () => {
    expect(isBakedQuery(PAGES.documents, new URLSearchParams("municipality=m12345678&page=3"))).toBe(true);
    expect(isBakedQuery(chartPlace(CHARTS.headline), new URLSearchParams("of=targets&resize=1"))).toBe(true);
    expect(isBakedQuery(chartPlace(CHARTS.headline), new URLSearchParams("year=2025&of=targets"))).toBe(false);
  });

  it("each chart's picture for previews, and none of a view", () => {
    const png = chartPlace(CHARTS.headline, "png");
    expect(isBakedQuery(png, new URLSearchParams("size=og"))).toBe(true);
    expect(isBakedQuery(png, new URLSearchParams("year=2025&size=og"))).toBe(false);
  });

  it("the years that a page follows something between beside a filter, and those of a chart alone", () => {
    expect(isBakedQuery(PAGES.carriedOn, new URLSearchParams("from=2021&to=2025&fate=ended"))).toBe(true);
    expect(isBakedQuery(chartPlace(CHARTS["rating-change"]), new URLSearchParams("from=2021&to=2025"))).toBe(true);
    expect(isBakedQuery(chartPlace(CHARTS["rating-change"]), new URLSearchParams("from=2021&to=2025&area=a"))).toBe(false);
  });
});
