import { expect, it } from "vitest";
import { DOCUMENTS, FILES, listAnchors, listWrong, resolveLink } from "./documents";

/** Links of a document that lead within the project, with their fragment. */
function listLinks(text: string): { link: string; fragment: string | undefined }[] {
  return [...text.replace(/^```[\s\S]*?^```/gm, "").matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link]) => link!)
    .filter((link) => !/^[a-z]+:/.test(link))
    .map((link) => {
      const [name, fragment] = link.split("#", 2) as [string, string | undefined];
      return { link: name, fragment };
    });
}

it("links between documents, with their fragments, lead somewhere", () => {
  const wrong = listWrong((text, from) =>
    listLinks(text).flatMap(({ link, fragment }) => {
      const to = link === "" ? from : resolveLink(from, link);
      if (!FILES.includes(to) && !FILES.includes(`${to}/`)) return [`${link} is not there`];
      if (fragment === undefined) return [];
      return listAnchors(DOCUMENTS.get(to) ?? "").includes(fragment) ? [] : [`${link}#${fragment} is not there`];
    }),
  );
  expect(wrong).toEqual([]);
});

it("every document is linked from another, and no heading of one is there twice", () => {
  const linked = new Set([...DOCUMENTS].flatMap(([from, text]) => listLinks(text).map(({ link }) => (link === "" ? from : resolveLink(from, link)))));
  expect([...DOCUMENTS.keys()].filter((name) => name !== "README.md" && !linked.has(name))).toEqual([]);
  // A changelog has the same headings for every state.
  const twice = listWrong((text, name) => (name === "CHANGELOG.md" ? [] : listAnchors(text).filter((anchor, at, all) => all.indexOf(anchor) !== at)));
  expect(twice).toEqual([]);
});
