import fc from "fast-check";
import { expect, test } from "vitest";
import type { Item } from "@/lib/continuation/item";
import { rankSuccessors } from "@/lib/continuation/ranking";

const item = (id: string, title: string, text: string, group?: string): Item => ({ id, title, texts: [text], unit: "総務課", ...(group && { group }) });
const before = [
  item("a", "消防団の充実", "ポンプ車を更新する。"),
  item("b", "図書館の充実", "電子書籍を増やす。"),
  item("c", "避難所の整備", "発電機を配備する。"),
];
const after = [
  item("x", "避難所の運営", "発電機を点検する。"),
  item("y", "消防団の強化", "ポンプ車を更新する。"),
  item("z", "電子図書館", "電子書籍の貸出を増やす。"),
];

test("the likeliest successor comes first", () => {
  const rankings = rankSuccessors(before, after);
  expect(rankings.map(({ predecessor, candidates }) => `${predecessor}${candidates[0]!.successor}`)).toEqual(["ay", "bz", "cx"]);
  expect(rankSuccessors(before, after, { limit: 1 })[0]!.candidates).toHaveLength(1);
});

test("items are compared within their group only", () => {
  const grouped = rankSuccessors([item("a", "消防団", "", "甲")], [item("x", "消防団", "", "乙"), item("y", "図書館", "", "甲")]);
  expect(grouped[0]!.candidates.map(({ successor }) => successor)).toEqual(["y"]);
  expect(rankSuccessors([item("a", "消防団", "", "甲")], [])[0]!.candidates).toEqual([]);
});

test("full and half width, letter case, blanks and marks make no difference", () => {
  const [plain] = rankSuccessors([item("a", "SNSによる発信", "LINE登録者 1000人")], after.concat(item("w", "SNSによる発信", "LINE登録者1000人")));
  const [wide] = rankSuccessors(
    [item("a", "ＳＮＳ による「発信」", "ｌｉｎｅ登録者　１０００人。")],
    after.concat(item("w", "SNSによる発信", "LINE登録者1000人")),
  );
  expect(wide).toEqual(plain);
});

test("the order of the input changes no candidate and no score", () => {
  const sort = (rankings: ReturnType<typeof rankSuccessors>) => rankings.toSorted((a, b) => (a.predecessor < b.predecessor ? -1 : 1));
  const expected = sort(rankSuccessors(before, after));
  fc.assert(
    fc.property(fc.shuffledSubarray(before, { minLength: 3 }), fc.shuffledSubarray(after, { minLength: 3 }), (some, others) => {
      expect(sort(rankSuccessors(some, others))).toEqual(expected);
    }),
  );
});
