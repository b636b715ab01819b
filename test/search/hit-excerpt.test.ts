import { describe, expect, it } from "vitest";
import type { SearchHit } from "@/lib/domain/search";
import { makeHitExcerpts } from "@/lib/search/hit-excerpt";
import { parseSearchQuery } from "@/lib/search/query";

const span = { start: { line: 9, column: 1, offset: 0 }, end: { line: 9, column: 3, offset: 2 } };
const makeHit = (texts: Record<string, string>): SearchHit => ({
  ...{ key: 1, goalId: "2025-x-1", planId: "2025-x", municipality: "柏原市", department: "総務部", departmentId: "x", fiscalYear: 2025, number: 1 },
  ...{ policyArea: null, policyGoal: null, rating: null, targetRatings: [], responsibleUnits: [], documentId: "d" },
  title: texts["/title"] ?? null,
  texts: Object.entries(texts).map(([pointer, text]) => ({ pointer, text })),
  places: { "/targets/0/text": [span] },
});
const shown = (texts: Record<string, string>, typed: string) => {
  const { excerpts, more } = makeHitExcerpts(makeHit(texts), parseSearchQuery(typed).all);
  return [excerpts.map(({ pointer }) => pointer), more];
};

describe("the excerpts of a result", () => {
  it("mark the title, and give each field its place", () => {
    const { title, excerpts } = makeHitExcerpts(
      makeHit({ "/title": "防災の充実", "/targets/0/text": "防災です", "/overallAssessment": "水道と防災" }),
      parseSearchQuery("防災").all,
    );
    expect(title).toEqual([
      { text: "防災", marked: true },
      { text: "の充実", marked: false },
    ]);
    expect(excerpts.map(({ pointer, span: place }) => [pointer, place])).toEqual([
      ["/targets/0/text", span],
      ["/overallAssessment", null],
    ]);
  });

  it("show a field of each word, and name the rest", () => {
    const fields = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`/initiatives/${index}/text`, "防災"]));
    expect(shown({ ...fields, "/futureConsiderations": "水道" }, "防災 水道")).toEqual([
      ["/initiatives/0/text", "/initiatives/1/text", "/initiatives/2/text", "/futureConsiderations"],
      ["/initiatives/3/text", "/initiatives/4/text", "/initiatives/5/text"],
    ]);
  });

  it("show the area only where the text does not say the word often enough", () => {
    const texts = { "/policyArea": "防災", ...Object.fromEntries([0, 1, 2, 3].map((at) => [`/targets/${at}/text`, "防災"])) };
    expect(shown(texts, "防災")[1]).toEqual(["/policyArea"]);
    expect(shown({ "/policyArea": "防災", "/targets/0/text": "水道" }, "防災")).toEqual([["/policyArea"], []]);
  });

  it("show nothing for excluded words alone", () => {
    expect(shown({ "/title": "水", "/targets/0/text": "水" }, "-防災")).toEqual([[], []]);
  });
});
