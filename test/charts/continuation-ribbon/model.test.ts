import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ContinuationRibbon, makeRibbon, type RibbonFilter } from "@/lib/charts/continuation-ribbon/model";
import { nameFlow, nameNode } from "@/lib/charts/continuation-ribbon/name";
import { countCrossings } from "@/lib/charts/continuation-ribbon/order";
import { NONE } from "@/lib/domain/goal-filter";
import { chartJa } from "@/lib/texts/chart-ja";
import { histories, shuffleHistory } from "./arbitrary";
import { makeHistory, makeItem, makeLink, readRealHistory } from "./history";

const ribbonOf = (history: Parameters<typeof makeRibbon>[0], filter: RibbonFilter = {}) => makeRibbon(history, { level: "goal", filter });
const real = ribbonOf(readRealHistory());
const listFates = (ribbon: ContinuationRibbon) => ribbon.columns.map(({ nodes }) => nodes.map((node) => `${node.tag} ${node.fate}`));

describe("makeRibbon of the real pair", () => {
  it("tells of each goal what became of it", () => {
    expect(listFates(real)).toEqual([
      ["1 lives-on", "2 lives-on", "3 ended", "4 ended", "5 lives-on", "6 lives-on"],
      ["2 lives-on", "1 lives-on", "3 new", "4 lives-on"],
    ]);
  });

  it("joins what merged into one lineage, and what is only related to none", () => {
    const lineages = real.lineages.map(({ nodes }) => nodes.map((node) => `${node.item.fiscalYear}-${node.tag}`).join(" "));
    expect(lineages).toEqual(["2021-1 2025-2", "2021-2 2025-1", "2021-3", "2021-4", "2021-5 2021-6 2025-4", "2025-3"]);
  });

  it("names nodes and ribbons with what they show", () => {
    const merged = real.flows.find(({ link }) => link.kind === "merged")!;
    expect(nameFlow(merged, chartJa)).toBe(
      "「消防団を中核とした地域防災力の充実強化」から「防災対策の充実強化」へ統合（候補、見込み：高 0.86）。共通の語句：充実強化、地域防災、消防団",
    );
    expect(nameNode(real.columns[1]!.nodes[2]!, chartJa)).toBe("令和7年度 政策推進部 重点目標3 職員の能力向上（達成度B・取組1・前の資料にない）");
  });

  it("draws initiatives too, each as high as the other", () => {
    const ribbon = makeRibbon(readRealHistory(), { level: "initiative", filter: {} });
    expect(ribbon.columns.map(({ nodes }) => nodes.length)).toEqual([9, 7]);
    expect(ribbon.columns.flatMap(({ nodes }) => nodes).every((node) => node.size === 1 && /^\d-\d$/.test(node.tag))).toBe(true);
  });

  it("has a row for each link, each end and each beginning", () => {
    const rows = real.rows.map((row) => `${row.before?.tag ?? "–"} ${row.what === "link" ? row.link.kind : row.what} ${row.after?.tag ?? "–"}`);
    expect(rows).toEqual(["1 continued 2", "2 continued 1", "3 ended –", "4 ended –", "5 merged 4", "6 merged 4", "– new 3"]);
  });
});

describe("filters", () => {
  it("draw an item that matches and a link whose both ends do, list each link of which one does, and count what is left out", () => {
    const area = ribbonOf(readRealHistory(), { policyAreas: ["行財政運営"] });
    expect(area.columns.map(({ nodes }) => nodes.map((node) => node.tag))).toEqual([
      ["1", "2", "3"],
      ["2", "3"],
    ]);
    expect(area.flows).toHaveLength(1);
    expect(area.rows.map((row) => `${row.before?.tag ?? "–"} ${row.what} ${row.after?.tag ?? "–"}`)).toEqual(["1 link 2", "2 link 1", "3 ended –", "– new 3"]);
    expect([area.leftOut, area.links.length, area.oneEnded]).toEqual([{ items: 5, links: 2 }, 2, 1]);
    expect(area.columns[0]!.nodes[1]).toMatchObject({ tag: "2", fate: "lives-on", hiddenLinks: 1 });
  });

  it("take links by kind and status and leave fates as they are", () => {
    const merged = ribbonOf(readRealHistory(), { kinds: ["merged"], statuses: ["proposed"] });
    expect(merged.flows.map(({ link }) => link.kind)).toEqual(["merged", "merged"]);
    expect(merged.columns[0]!.nodes.map((node) => node.fate)).toEqual(real.columns[0]!.nodes.map((node) => node.fate));
    expect([merged.links.length, merged.leftOut.links]).toEqual([2, 2]);
    expect(ribbonOf(readRealHistory(), { statuses: ["confirmed"] }).flows).toEqual([]);
  });

  it("find items without a value", () => {
    const without = makeHistory([makeItem(2025, "総務部", 1), makeItem(2025, "総務部", 2, { responsibleUnits: ["人事課"] })], []);
    expect(listFates(ribbonOf(without, { responsibleUnits: [NONE] }))).toEqual([["1 lives-on"]]);
  });
});

describe("decisions", () => {
  const [before, after] = [makeItem(2021, "総務部", 1), makeItem(2025, "総務部", 1)];

  it("rejected links are in the table and not in the drawing", () => {
    const ribbon = ribbonOf(makeHistory([before, after], [makeLink(before, after, { status: "rejected" })]));
    expect(ribbon.flows).toEqual([]);
    expect(ribbon.leftOut.links).toBe(0);
    expect(ribbon.lineages).toHaveLength(2);
    expect(ribbon.rows.map((row) => row.what)).toEqual(["link", "ended", "new"]);
  });

  it("an item of one middle year only is new and ended", () => {
    const middle = makeItem(2023, "総務部", 2);
    expect(listFates(ribbonOf(makeHistory([before, middle, after], [])))).toEqual([["1 ended"], ["2 new-and-ended"], ["1 new"]]);
  });
});

describe("any history", () => {
  it("gives the same ribbon in whatever order it comes", () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, seed) => {
        expect(ribbonOf(shuffleHistory(history, seed))).toEqual(ribbonOf(history));
      }),
      { numRuns: 60 },
    );
  });

  it("has each item once, divides each node's size whole, and keeps each department together", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const ribbon = ribbonOf(history);
        const nodes = ribbon.columns.flatMap((column) => column.nodes);
        expect(nodes.map((node) => node.key).sort()).toEqual(history.items.map((item) => item.key).sort());
        expect(ribbon.lineages.flatMap((lineage) => lineage.nodes)).toHaveLength(nodes.length);
        for (const node of nodes) {
          for (const [side, end] of [
            ["predecessor", "from"],
            ["successor", "to"],
          ] as const) {
            const shares = ribbon.flows.filter((flow) => flow[side] === node && flow.link.kind !== "related").map((flow) => flow[end]);
            if (shares.length > 0) expect(shares.reduce((sum, { size }) => sum + size, 0)).toBeCloseTo(node.size);
            expect(shares.every(({ size }) => size > 0)).toBe(true);
          }
        }
        for (const column of ribbon.columns) {
          const names = column.nodes.map((node) => node.item.department);
          expect(names.filter((name, index) => name !== names[index - 1])).toHaveLength(new Set(names).size);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("joins nodes into a lineage exactly by what continues", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const ribbon = ribbonOf(history);
        for (const { link, predecessor, successor } of ribbon.flows) {
          expect(link.status).not.toBe("rejected");
          if (link.kind !== "related") expect(predecessor.lineage).toBe(successor.lineage);
        }
        for (const lineage of ribbon.lineages) {
          const continuing = lineage.flows.filter(({ link }) => link.kind !== "related").length;
          expect(continuing).toBeGreaterThanOrEqual(lineage.nodes.length - 1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("crosses no more than document order would", () => {
    fc.assert(
      fc.property(histories, (history) => {
        const ribbon = ribbonOf(history);
        const links = ribbon.flows.map(({ link }) => link).filter((link) => link.kind !== "related");
        const inOrder = ribbon.columns.map((column) => ({
          ...column,
          nodes: column.nodes.toSorted((a, b) =>
            a.item.department === b.item.department ? a.item.goalNumber - b.item.goalNumber : a.item.department < b.item.department ? -1 : 1,
          ),
        }));
        expect(countCrossings(ribbon.columns, links)).toBeLessThanOrEqual(countCrossings(inOrder, links));
      }),
      { numRuns: 60 },
    );
  });
});
