import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isShown, leadMark, leadRow, leadToPanel } from "@/components/charts/goal-lead";
import { PAGES } from "@/lib/parameters/pages";
import { readView } from "@/lib/parameters/place";
import { anyView } from "../parameters/arbitrary-view";

const PANEL_PAGES = [PAGES.overview, PAGES.continuations];

describe("a mark of a goal", () => {
  it("leads to its panel and keeps all that the page is asked for, then to the goal's page", () => {
    fc.assert(
      fc.property(fc.constantFrom(...PANEL_PAGES), anyView, fc.stringMatching(/^(?:m[0-9a-z]{8}-)?20\d\d-[a-z-]{1,20}-\d$/), (place, view, goal) => {
        const shown = { ...view, goal: null };
        const href = leadMark(leadToPanel(place, shown), goal, "/page");
        const { pathname, hash, searchParams } = new URL(href, "http://localhost");
        const parameters = Object.fromEntries([...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]));
        const there = readView(place, parameters);
        expect([pathname, hash, there.problems, there.view.goal]).toEqual([place.path, "#panel", [], goal]);
        for (const parameter of place.takes)
          if (parameter.name !== "goal") expect(parameter.print(there.view, place.usual)).toEqual(parameter.print({ ...place.usual, ...shown }, place.usual));
        const again = leadToPanel(place, there.view);
        expect([leadMark(again, goal, "/page"), isShown(again, goal), leadRow(place, there.view, goal).startsWith(`/goals/${goal}`)]).toEqual([
          "/page",
          true,
          true,
        ]);
      }),
    );
  });

  it("leads to the goal's page where no panel is", () => expect([leadMark(undefined, "a", "/page"), isShown(undefined, "a")]).toEqual(["/page", false]));
});
