import fc from "fast-check";
import { expect, test } from "vitest";
import { type DecisionStatement, nameSubject, settleDecisions } from "@/lib/continuation/settlement";
import type { DecisionVerb } from "@/lib/domain/decision";

/** `confirm a b split` or `end a achieved` in short. */
function state(text: string): DecisionStatement {
  const [decision, predecessor, successor, kind] = text.split(" ") as [DecisionVerb, string, string | undefined, string | undefined];
  return { decision, predecessor, successor: successor ?? null, kind: kind ?? null };
}
const settle = (...texts: string[]) => {
  const { inForce, idle } = settleDecisions(texts.map(state));
  const print = ({ decision, predecessor, successor, kind }: DecisionStatement) =>
    [decision, predecessor, successor, kind].filter((part) => part !== null).join(" ");
  return [inForce.map(print), idle.map(print)];
};

test("of two events about one pair the later counts, and others do not touch it", () => {
  expect(settle("confirm a b", "reject c d", "reject a b")).toEqual([["reject c d", "reject a b"], []]);
  expect(settle("reject a b", "confirm a b", "confirm b a")).toEqual([["confirm a b", "confirm b a"], []]);
});

test("an undo leaves nothing decided, whatever was before, and is idle where nothing was", () => {
  expect(settle("confirm a b", "reject a b", "undo a b")).toEqual([[], []]);
  expect(settle("end a", "undo a", "confirm a b")).toEqual([["confirm a b"], []]);
  expect(settle("undo a b", "confirm a b", "undo a")).toEqual([["confirm a b"], ["undo a b", "undo a"]]);
});

test("an end takes the place of what carried the item on, and the other way round", () => {
  expect(settle("confirm a b", "add a c", "confirm d b", "end a")).toEqual([["confirm d b", "end a"], []]);
  expect(settle("confirm a b", "end a", "add a c")).toEqual([["add a c"], []]);
  expect(settle("end a", "reject a b", "confirm a c related")).toEqual([["end a", "reject a b", "confirm a c related"], []]);
  expect(settle("reject a b", "add a c related", "end a")).toEqual([["reject a b", "add a c related", "end a"], []]);
});

test("what is in force never contradicts itself, and settles to itself", () => {
  const item = fc.constantFrom("a", "b", "c");
  const statement = fc.record({
    decision: fc.constantFrom<DecisionVerb>("confirm", "reject", "add", "end", "undo"),
    predecessor: item,
    successor: fc.option(item),
    kind: fc.constantFrom("related", "continued", null),
  });
  const statements = fc.array(
    statement.map((each) =>
      each.decision === "end" ? { ...each, successor: null } : each.decision === "undo" ? each : { ...each, successor: each.successor ?? "z" },
    ),
  );
  fc.assert(
    fc.property(statements, (list) => {
      const { inForce } = settleDecisions(list);
      expect(new Set(inForce.map(nameSubject)).size).toBe(inForce.length);
      const ended = new Set(inForce.filter(({ decision }) => decision === "end").map(({ predecessor }) => predecessor));
      expect(
        inForce.filter(({ decision, predecessor, kind }) => (decision === "confirm" || decision === "add") && kind !== "related" && ended.has(predecessor)),
      ).toEqual([]);
      expect(settleDecisions(inForce)).toEqual({ inForce, idle: [] });
    }),
  );
});
