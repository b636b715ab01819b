import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { chainSpan, traceCarried } from "@/lib/continuation/span";
import type { ContinuationHistory } from "@/lib/domain/continuation-history";
import { tell } from "./told-history";

const show = (history: ContinuationHistory, from: number, to: number) =>
  chainSpan(history, from, to).links.map(
    ({ predecessorKey, successorKey, score, status, kind }) => `${predecessorKey} ${successorKey} ${score} ${status} ${kind}`,
  );

describe("from any year to any later one", () => {
  it("a chain is as sure as its weakest link, and confirmed only where each is decided", () => {
    const history = tell(["2021-a 2023-a 0.9 confirmed", "2023-a 2024-a 0.5 added", "2024-a 2025-a 0.6", "2021-b 2023-b 0.6", "2023-b 2024-b 0.8"]);
    expect(show(history, 2021, 2025)).toEqual(["2021-a 2025-a 0.5 proposed continued"]);
    expect(show(history, 2021, 2024)).toEqual(["2021-a 2024-a 0.5 confirmed continued", "2021-b 2024-b 0.6 proposed continued"]);
    expect(show(history, 2023, 2024)).toEqual(["2023-a 2024-a 0.5 added continued", "2023-b 2024-b 0.8 proposed continued"]);
    expect(chainSpan(history, 2021, 2025).links[0]!.path.map(({ successorKey }) => successorKey)).toEqual(["2023-a", "2024-a", "2025-a"]);
  });

  it("splits and mergers on the way make several ends, however they come about", () => {
    const split = tell(["2021-a 2023-a 0.9 proposed split", "2021-a 2023-b 0.8 proposed split", "2023-a 2025-a", "2023-b 2025-b"]);
    expect(show(split, 2021, 2025)).toEqual(["2021-a 2025-a 0.7 proposed split", "2021-a 2025-b 0.7 proposed split"]);
    const merged = tell(["2021-a 2023-a", "2021-b 2023-b", "2023-a 2025-a 0.9 proposed merged", "2023-b 2025-a 0.9 proposed merged"]);
    expect(show(merged, 2021, 2025)).toEqual(["2021-a 2025-a 0.7 proposed merged", "2021-b 2025-a 0.7 proposed merged"]);
    const together = tell([
      "2021-a 2023-a 0.9 proposed split",
      "2021-a 2023-b 0.8 proposed split",
      "2023-a 2025-a 0.6 proposed merged",
      "2023-b 2025-a 0.9 proposed merged",
    ]);
    expect(show(together, 2021, 2025)).toEqual(["2021-a 2025-a 0.8 proposed continued"]);
  });

  it("what is rejected or only related does not chain; what is neither carried on nor carries on says how far it goes", () => {
    const history = tell(
      ["2021-a 2023-a 0.9 rejected", "2021-b 2023-b 0.9 confirmed related", "2021-c 2023-c", "2023-a 2025-a", "2024-c 2025-c"],
      ["2021-d", "2023-b", "2025-d"],
    );
    const { links, ended, begun } = chainSpan(history, 2021, 2025);
    expect(links).toEqual([]);
    expect(ended).toEqual([
      { key: "2021-a", until: 2021, record: null },
      { key: "2021-b", until: 2021, record: null },
      { key: "2021-c", until: 2023, record: null },
      { key: "2021-d", until: 2021, record: null },
    ]);
    expect(begun).toEqual([
      { key: "2025-a", since: 2023 },
      { key: "2025-c", since: 2024 },
      { key: "2025-d", since: 2025 },
    ]);
  });

  it("an end that a planner stated goes with what it ended, also years later", () => {
    const history = tell(["2021-a 2023-a", "2023-b 2024-b"], ["2021-b", "2025-b"]);
    const record = { decision: "end" as const, endKind: "routine" as const, decidedBy: "企画調整課", reason: "定例の業務になった", decidedOn: "2026-04-01" };
    history.comparisons.find(({ from }) => from === 2023)!.endRecords = { "2023-a": record };
    expect(chainSpan(history, 2021, 2025).ended).toEqual([
      { key: "2021-a", until: 2023, record },
      { key: "2021-b", until: 2021, record: null },
    ]);
  });

  it("what was decided over a gap stands, and is a way that longer chains may go", () => {
    const history = tell(["2019-a 2021-a", "2021-a 2023-a 0.4", "2021-a 2025-a 0.3 confirmed split", "2023-a 2025-b 0.9"]);
    expect(show(history, 2021, 2025)).toEqual(["2021-a 2025-a 0.3 confirmed split", "2021-a 2025-b 0.4 proposed split"]);
    expect(show(history, 2019, 2025)).toEqual(["2019-a 2025-a 0.3 proposed split", "2019-a 2025-b 0.4 proposed split"]);
    const both = tell(["2021-a 2023-a 0.4", "2023-a 2025-a 0.9", "2021-a 2025-a 0.3 confirmed"]);
    expect(show(both, 2021, 2025)).toEqual(["2021-a 2025-a 0.3 confirmed continued"]);
  });

  it("what was rejected over a gap is no chain, nor part of one, though another way may lead there", () => {
    const history = tell([
      "2019-a 2021-a 0.9",
      "2019-a 2021-b 0.5",
      "2021-a 2023-a 0.9",
      "2021-b 2023-a 0.5",
      "2023-a 2025-a 0.9",
      "2021-a 2025-a 0.9 rejected",
    ]);
    expect(show(history, 2021, 2025)).toEqual(["2021-b 2025-a 0.5 proposed continued"]);
    expect(show(history, 2019, 2025)).toEqual(["2019-a 2025-a 0.5 proposed continued"]);
    const alone = tell(["2019-a 2021-a", "2021-a 2023-a", "2023-a 2025-a", "2021-a 2025-a 0.9 rejected"]);
    expect(show(alone, 2019, 2025)).toEqual([]);
    expect(chainSpan(alone, 2019, 2025)).toMatchObject({ ended: [{ until: 2023 }], begun: [{ since: 2023 }] });
  });
});

describe("what goes back to a year", () => {
  it("is of each later year what chains lead to, and of the year itself what lives on in the last", () => {
    const history = tell(
      ["2021-a 2023-a", "2023-a 2025-a", "2021-b 2023-b", "2023-c 2025-c", "2021-d 2023-d 0.9 rejected", "2021-e 2023-e 0.9 proposed related", "2025-a 2026-a"],
      ["2021-f", "2025-g"],
    );
    expect([...traceCarried(history, 2021, 2025)].sort()).toEqual([
      ["2021-a", "candidate"],
      ["2023-a", "candidate"],
      ["2023-b", "candidate"],
      ["2025-a", "candidate"],
      ["2026-a", "candidate"],
    ]);
    expect([...traceCarried(history, 2023, 2025).keys()].sort()).toEqual(["2023-a", "2023-c", "2025-a", "2025-c", "2026-a"]);
  });

  it("is confirmed only where a way is that planners decided all of", () => {
    const history = tell([
      "2021-a 2023-a 0.9 confirmed",
      "2023-a 2025-a 0.9",
      "2021-b 2023-b 0.9 confirmed",
      "2023-b 2025-b 0.4 added",
      "2021-a 2025-b 0.9 proposed split",
    ]);
    expect(Object.fromEntries(traceCarried(history, 2021, 2025))).toEqual({
      "2021-a": "candidate",
      "2023-a": "confirmed",
      "2025-a": "candidate",
      "2021-b": "confirmed",
      "2023-b": "confirmed",
      "2025-b": "confirmed",
    });
  });
});

test("no two links of a span are about one pair, all are there whatever the order, and each item is linked or named as ended or begun", () => {
  const year = fc.constantFrom(2021, 2022, 2024, 2025);
  const link = fc.record({
    from: year,
    to: year,
    a: fc.nat(3),
    b: fc.nat(3),
    score: fc.nat(10),
    status: fc.constantFrom("proposed", "confirmed", "rejected", "added"),
  });
  const text = link.filter(({ from, to }) => from < to).map(({ from, to, a, b, score, status }) => `${from}-${a} ${to}-${b} ${score / 10} ${status}`);
  fc.assert(
    fc.property(fc.uniqueArray(text, { selector: (each) => each.slice(0, 13), maxLength: 20 }), (links) => {
      const history = tell(links, ["2021-0", "2022-0", "2024-0", "2025-0"]);
      const span = chainSpan(history, 2021, 2025);
      const pairs = span.links.map(({ predecessorKey, successorKey }) => `${predecessorKey} ${successorKey}`);
      expect(new Set(pairs).size).toBe(pairs.length);
      const keysOf = (wanted: number) => history.items.filter(({ fiscalYear }) => fiscalYear === wanted).map(({ key }) => key);
      const linked = (side: "predecessorKey" | "successorKey") => new Set(span.links.map((each) => each[side]));
      const carried = traceCarried(history, 2021, 2025);
      for (const [side, wanted] of [
        ["predecessorKey", 2021],
        ["successorKey", 2025],
      ] as const) {
        expect([...carried.keys()].filter((key) => key.startsWith(String(wanted))).sort()).toEqual([...linked(side)].sort());
        for (const key of linked(side))
          expect(carried.get(key) === "confirmed").toBe(span.links.some((each) => each[side] === key && each.status !== "proposed"));
      }
      expect([...linked("predecessorKey"), ...span.ended.map(({ key }) => key)].sort()).toEqual(keysOf(2021));
      expect([...linked("successorKey"), ...span.begun.map(({ key }) => key)].sort()).toEqual(keysOf(2025));
      expect(chainSpan(tell(links.toReversed(), ["2021-0", "2022-0", "2024-0", "2025-0"]), 2021, 2025)).toEqual(span);
      for (const { path, predecessorKey, successorKey, score, status } of span.links) {
        expect([path[0]!.predecessorKey, path.at(-1)!.successorKey, score]).toEqual([
          predecessorKey,
          successorKey,
          Math.min(...path.map((each) => each.score)),
        ]);
        expect(status === "proposed").toBe(path.some((each) => each.status === "proposed"));
        path.slice(1).forEach((each, at) => expect(each.predecessorKey).toBe(path[at]!.successorKey));
      }
    }),
  );
});
