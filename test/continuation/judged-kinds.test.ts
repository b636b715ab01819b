import { expect, test } from "vitest";
import { type JudgedPair, measureKinds, readJudgedPairs } from "./judged-kinds";
import type { Benchmark, Programme } from "./programmes";

const programme = (id: string, title: string): Programme => ({
  ...{ id, organization: "甲省", department: "局", responsibleUnit: "課", title },
  ...{ purpose: `${title}を進める。`, summary: `${title}に要する経費を補助する。` },
});
const benchmark: Benchmark = {
  predecessors: [programme("1", "海岸堤防の整備"), programme("2", "海岸堤防の補修"), programme("3", "燈台の建設")],
  successors: [programme("8", "海岸堤防の整備と補修"), programme("9", "森林の育成")],
  known: new Map(),
  renamed: new Set(),
};
const pair = (predecessor: string, successor: string | null, judged: JudgedPair["judged"], standsFor = 1): JudgedPair => ({
  predecessor,
  successor,
  standsFor,
  judged,
});

test("200 pairs were read, each once", () => {
  const pairs = readJudgedPairs();
  expect(pairs).toHaveLength(200);
  expect(new Set(pairs.map(({ predecessor, successor }) => `${predecessor} ${successor}`)).size).toBe(200);
  expect(
    pairs.every(
      ({ judged, successor, standsFor }) =>
        /^(?:split|merged|continued|none|ended)$/.test(judged) && (successor !== null || judged === "ended") && standsFor >= 1,
    ),
  ).toBe(true);
});

test("precision is of what was said, recall of what is, each pair counting for those it stands for", () => {
  const measured = measureKinds(benchmark, [pair("1", "8", "merged", 3), pair("2", "8", "none"), pair("3", "9", "merged"), pair("4", "8", "merged")])!;
  expect(measured.merged.precision).toEqual({ share: 0.75, pairs: 2 });
  expect(measured.merged.recall).toEqual({ share: 0.75, pairs: 2 });
  expect(measured.ended.precision).toEqual({ share: 0, pairs: 1 });
  expect(measureKinds(benchmark, [pair("3", null, "ended")])!.ended).toEqual({ precision: { share: 1, pairs: 1 }, recall: { share: 1, pairs: 1 } });
});

test("where none of the programmes was read, nothing is measured", () => {
  expect(measureKinds(benchmark, [pair("4", "8", "merged")])).toBeNull();
});
