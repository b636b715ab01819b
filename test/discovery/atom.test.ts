import { DomUtils, parseDocument } from "htmlparser2";
import { SaxesParser } from "saxes";
import { expect, it } from "vitest";
import { type Feed, printAtom } from "@/lib/discovery/atom";

const FEED: Feed = {
  url: "https://ayumi.example/feed.atom",
  title: "架空市のデータ版",
  author: "あゆみ",
  page: "https://ayumi.example/",
  entries: [
    { url: "https://ayumi.example/?municipality=m1&dataset=b", title: "版 <b>", updated: "2026-11-27T00:00:00.000Z", lines: ["一行目 & \u0000", "・二行目"] },
    { url: "https://ayumi.example/?dataset=a", title: "版 a", updated: "2026-11-26T00:00:00.000Z", lines: [] },
  ],
};
const read = (xml: string) => {
  const parser = new SaxesParser({ xmlns: true });
  const namespaces = new Set<string>();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ uri }) => namespaces.add(uri));
  parser.write(xml).close();
  return { tree: parseDocument(xml, { xmlMode: true }), namespaces };
};
/** Texts of the elements of that name right under another. */
const under = (parent: { children: ReturnType<typeof parseDocument>["children"] }, name: string) =>
  parent.children.filter((child) => "name" in child && child.name === name).map((child) => DomUtils.textContent(child));

it("a feed is sound XML of Atom's namespace, with what RFC 4287 (4.1.1, 4.1.2) makes mandatory", () => {
  const { tree, namespaces } = read(printAtom(FEED));
  expect([...namespaces]).toEqual(["http://www.w3.org/2005/Atom"]);
  const [feed] = DomUtils.getElementsByTagName("feed", tree);
  expect([under(feed!, "id"), under(feed!, "title"), under(feed!, "updated")]).toEqual([[FEED.url], [FEED.title], ["2026-11-27T00:00:00.000Z"]]);
  expect(DomUtils.getElementsByTagName("name", feed!).map((each) => DomUtils.textContent(each))).toEqual(["あゆみ"]);
  expect(
    DomUtils.getElementsByTagName("link", feed!)
      .slice(0, 2)
      .map(({ attribs }) => [attribs.rel, attribs.href]),
  ).toEqual([
    ["self", FEED.url],
    ["alternate", FEED.page],
  ]);
  const entries = DomUtils.getElementsByTagName("entry", feed!);
  expect(entries.map((entry) => [...under(entry, "id"), ...under(entry, "title"), ...under(entry, "updated")])).toEqual(
    FEED.entries.map(({ url, title, updated }) => [url, title, updated]),
  );
  expect(under(entries[0]!, "content")).toEqual(["一行目 & 〓\n・二行目"]);
});

it("a feed of nothing is one too", () => {
  const { tree } = read(printAtom({ ...FEED, entries: [] }));
  expect(under(DomUtils.getElementsByTagName("feed", tree)[0]!, "updated")).toHaveLength(1);
});
