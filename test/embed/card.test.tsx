import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { municipalitiesView } from "@/components/charts/municipalities/view";
import { placeCard } from "@/components/embed/card";
import { usualView } from "@/lib/chart-urls";
import { CARD_SHAPES, shownShape } from "@/lib/charts/card-layout";
import { CHARTS, describeChart } from "@/lib/charts/registry";
import { makeCities } from "../charts/municipalities/cities";

it("gives up its last municipalities in a picture that has no room for them, and says how many", () => {
  const names = Array.from({ length: 14 }, (_, index) => `第${index + 1}市（架空）`);
  const facts = describeChart(
    CHARTS.municipalities,
    makeCities(names.map((name) => ({ name, years: { 2025: ["A", "C"] } }))),
    usualView(CHARTS.municipalities),
  );
  expect(facts.reading).toMatch(/第12市（架空）を示しています（ほか2市町村）。$/);
  for (const shape of Object.values(CARD_SHAPES)) {
    const { drawing, layout } = placeCard(facts, "出典：架空。", shape);
    const svg = renderToStaticMarkup(<>{drawing!.content}</>);
    const shown = names.filter((name) => svg.includes(`>${name}</text>`));
    expect(shown.length, `${shape.width}`).toBeGreaterThanOrEqual(3);
    expect(shown).toEqual(names.slice(0, shown.length));
    expect(svg).toContain(`>ほか${14 - shown.length}市町村は、この図にありません。</text>`);
    const text = layout.lines.map((line) => line.text).join("");
    if (text.includes("を示して")) expect(text).toContain(`（ほか${14 - shown.length}市町村）`);
  }
  const few = municipalitiesView.shorten!({ model: { ...facts.model, panels: facts.model.panels.slice(0, 2), drawn: 2 }, reading: "" })!;
  expect(few.reading).toMatch(/第1市（架空）を示しています（ほか1市町村）。$/);
  expect(municipalitiesView.shorten!(few)).toBeNull();
});

it("holds a drawing in any width that a picture may have, where it is high enough, and all of its source", () => {
  const facts = describeChart(CHARTS.municipalities, makeCities([{ name: "甲市（架空）", years: { 2025: ["A", "C"] } }]), usualView(CHARTS.municipalities));
  const source = "架空のデータです。実在の自治体のものではありません。出典：甲市（架空）「運営方針」（令和7年度）。データ版 0123456789ab。";
  for (const width of [280, 300, 340, 600]) {
    const { drawing, layout } = placeCard(facts, source, shownShape(width, 900));
    expect(drawing, `${width}`).not.toBeNull();
    expect(
      layout.lines
        .filter(({ what }) => what === "soft")
        .map(({ text }) => text)
        .join(""),
    ).toBe(source);
  }
});
