import { DomUtils, parseDocument } from "htmlparser2";
import { describe, expect, inject, it } from "vitest";
import { EXAMPLE_GOAL, exampleHref } from "../chart-example";

const site = inject("siteUrl");
const { dataset } = (await (await fetch(`${site}/readyz`)).json()) as { dataset: string };

const open = async (address: string) => {
  const answer = await fetch(site + address);
  expect([address, answer.status]).toEqual([address, 200]);
  const tree = parseDocument(await answer.text());
  return DomUtils.findAll(() => true, tree.children);
};
const hrefs = (elements: Awaited<ReturnType<typeof open>>) => elements.flatMap(({ name, attribs }) => (name === "a" && attribs.href ? [attribs.href] : []));

describe("a goal's page", () => {
  it.each(["", `?dataset=${dataset}`])("leads to its picture and to what quotes it%s", async (query) => {
    const links = hrefs(await open(`/goals/${EXAMPLE_GOAL}${query}`));
    const more = query.replace("?", "&");
    expect(links).toContain(`/embed/goal.png?id=${EXAMPLE_GOAL}&size=16x9${more}`);
    expect(links).toContain(`/embed?chart=goal&id=${EXAMPLE_GOAL}${more}`);
  });

  it("leads from its continuations to the ribbon that brings them out", async () => {
    const links = hrefs(await open(`/goals/${EXAMPLE_GOAL}`));
    expect(links).toContain(`/embed?chart=continuation-ribbon&focus=${EXAMPLE_GOAL}`);
    const ribbon = await (await fetch(`${site}/embed/continuation-ribbon?focus=${EXAMPLE_GOAL}`)).text();
    expect(ribbon).toContain("重点目標4「防災対策の充実強化」とその継続を濃く表示");
  });

  it("leads from 新旧対照 to the chart of it, where the goal goes back to another, and nowhere else", async () => {
    const quoted = `/embed?chart=comparison&id=`;
    expect(hrefs(await open(`/goals/${EXAMPLE_GOAL}`))).toContain(quoted + EXAMPLE_GOAL);
    const begun = "2021-policy-promotion-5";
    expect(hrefs(await open(`/goals/${begun}`)).filter((href) => href.startsWith(quoted))).toEqual([]);
    const chart = await open(exampleHref("comparison", "html", { goal: begun }));
    expect(DomUtils.textContent(chart[0]!)).toContain("前の年度につながる重点目標がないため");
  });

  it("becomes its chart where its address is pasted, and shows it in previews", async () => {
    const page = await open(`/goals/${EXAMPLE_GOAL}`);
    const discovery = page.find(({ name, attribs }) => name === "link" && attribs.type === "application/json+oembed")!.attribs.href!;
    const pasted = (await (await fetch(`${site}/api/oembed?url=${encodeURIComponent(`${site}/goals/${EXAMPLE_GOAL}`)}`)).json()) as Record<string, string>;
    expect(await (await fetch(discovery)).json()).toEqual(pasted);
    expect(pasted.title).toBe("令和7年度 政策推進部 重点目標4：防災対策の充実強化");
    expect(pasted.html).toContain(`${site}/embed/goal?id=${EXAMPLE_GOAL}&#38;resize=1`);
    const picture = page.find(({ attribs }) => attribs.property === "og:image")!.attribs.content!;
    expect(picture).toBe(`${site}${exampleHref("goal", "png", { size: "og" })}`);
    const png = Buffer.from(await (await fetch(picture)).arrayBuffer());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect((await fetch(`${site}/api/oembed?url=${encodeURIComponent(`${site}/goals/2025-none-4`)}`)).status).toBe(404);
  });
});

describe("a quoted goal", () => {
  it("leads from each of its marks and rows to the goal, the part or the goal of another year", async () => {
    const page = await open(exampleHref("goal"));
    const targets = [...new Set(hrefs(page).filter((href) => href.startsWith("/goals/")))];
    expect(targets.length).toBeGreaterThan(5);
    for (const href of targets) {
      const [path, anchor] = href.split("#");
      const there = await open(path!);
      if (anchor) expect([href, there.filter(({ attribs }) => attribs.id === anchor).length]).toEqual([href, 1]);
    }
    expect(targets.some((href) => href.startsWith("/goals/2021-"))).toBe(true);
  });

  it("stays as it is by its dataset, and its files are named after it", async () => {
    const frozen = await fetch(`${site}${exampleHref("goal", "csv", { dataset })}`);
    expect([frozen.headers.get("cache-control"), frozen.headers.get("x-ayumi-dataset")]).toEqual([expect.stringContaining("immutable"), dataset]);
    expect(frozen.headers.get("content-disposition")).toMatch(
      new RegExp(`^attachment; filename="ayumi-goal-${EXAMPLE_GOAL}-[\\d-]+-${dataset.slice(0, 12)}\\.csv"; filename\\*=`),
    );
  });

  it("of a plan before its evaluation shows no rating", async () => {
    const text = await (await fetch(`${site}/embed/goal?id=2021-policy-promotion-5`)).text();
    expect(text).toContain("達成度は評価未掲載です。年度当初の計画のため、達成度は掲載されていません。");
    expect(text).toContain("の候補");
  });
});

describe("the page that quotes charts", () => {
  it("leads to the chart of one goal by an example", async () => {
    const [href] = hrefs(await open("/embed")).filter((each) => each.startsWith("/embed?chart=goal"));
    expect(href).toBe("/embed?chart=goal&id=2025-policy-promotion-1");
    const page = await open(href!);
    const chosen = page.filter(({ name, parent }) => name === "option" && (parent as { attribs?: { name?: string } }).attribs?.name === "id");
    expect(chosen.map(({ attribs }) => attribs.value)).toEqual([1, 2, 3, 4].map((number) => `2025-policy-promotion-${number}`));
    expect(page.find(({ name }) => name === "iframe")!.attribs.src).toBe("/embed/goal?id=2025-policy-promotion-1");
    const names = page.flatMap(({ name, attribs }) => (/^(?:input|select)$/.test(name) && attribs.name ? [attribs.name] : []));
    expect(names).not.toContain("year");
    expect(names).not.toContain("area");
  });

  it("says so of a goal that is not there, and goes on with the example", async () => {
    for (const address of ["/embed?chart=goal", "/embed?chart=goal&id=2025-none-4"]) {
      const page = await open(address);
      expect(page.filter(({ attribs }) => attribs.role === "status").length).toBe(address.includes("none") ? 1 : 0);
      expect(page.find(({ name }) => name === "iframe")!.attribs.src).toBe("/embed/goal?id=2025-policy-promotion-1");
    }
  });
});
