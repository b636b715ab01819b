import { describe, expect, it } from "vitest";
import { makeEtag } from "@/lib/entity-tag";
import { type Answer, answerFile } from "@/lib/file-answer";
import { RequestError } from "@/lib/request-error";

const ask = (answer: Partial<Answer>, tags?: string) =>
  answerFile(new Request("http://localhost/api/goals.csv", { headers: tags === undefined ? {} : { "if-none-match": tags } }), async () => ({
    body: "目標",
    type: "text/csv; charset=utf-8",
    frozen: false,
    ...answer,
  }));

it("lets the script of another site's page read what a file and a refusal say of themselves", async () => {
  const refused = await answerFile(new Request("http://localhost/api/goals.csv"), async () => {
    throw new RequestError("not_found", ({ noTable }) => noTable);
  });
  for (const { headers } of [await ask({}), await ask({}, makeEtag("目標")), refused]) {
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-expose-headers")?.split(", ")).toEqual(expect.arrayContaining(["ETag", "Link", "X-Total-Count", "X-Ayumi-Dataset"]));
  }
});

describe("a file's entity tag", () => {
  it("is its body's, as text and as bytes, whatever else is told of it", async () => {
    const tags = await Promise.all(
      [{}, { body: Buffer.from("目標") }, { frozen: true, headers: { "X-Total-Count": "1" } }, { body: "目標 " }].map(async (answer) =>
        (await ask(answer)).headers.get("etag"),
      ),
    );
    expect(tags.slice(0, 3)).toEqual(Array(3).fill(makeEtag("目標")));
    expect(tags[3]).not.toBe(tags[0]);
    expect(makeEtag("目標")).toMatch(/^W\/"[\w-]{22}"$/);
  });

  it("spares who has it the body", async () => {
    const answer = await ask({}, `"x", ${makeEtag("目標")}`);
    expect([answer.status, await answer.text(), answer.headers.get("etag")]).toEqual([304, "", makeEtag("目標")]);
    expect((await ask({}, makeEtag("別"))).status).toBe(200);
  });
});
