import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { createSheetFinder, inlineStyles } from "@/app/_server/inline-styles";

const folder = mkdtempSync(path.join(tmpdir(), "ayumi-sheets-"));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(path.join(folder, "static"));
const sheets = { plain: "p{margin:0 auto}", picture: "p{background:url(a.png)}", hostile: "p{}</STYLE><script>" };
for (const [name, text] of Object.entries(sheets)) writeFileSync(path.join(folder, "static", `${name}.css`), text);

const link = (name: string) => `<link rel="stylesheet" href="/_next/static/${name}.css" data-precedence="next"/>`;

it("puts a style sheet in front of its link, which stays for React and is not fetched", () => {
  expect(inlineStyles(`<head>${link("plain")}</head>`, createSheetFinder(folder))).toBe(
    `<head><style>${sheets.plain}</style>${link("plain").replace("/>", ' disabled=""/>')}</head>`,
  );
});

it.each(["picture", "hostile", "gone", "../../secret"])("leaves the link of %s alone, which could not stand in a page as it is", (name) => {
  expect(inlineStyles(link(name), createSheetFinder(folder))).toBe(link(name));
});

it("hands on what is not ASCII byte for byte", () => {
  writeFileSync(path.join(folder, "static", "japanese.css"), "p::before{content:'歩み'}");
  const page = inlineStyles(Buffer.from(`<title>髙﨑</title>${link("japanese")}`).toString("latin1"), createSheetFinder(folder));
  expect(Buffer.from(page, "latin1").toString()).toContain("<title>髙﨑</title><style>p::before{content:'歩み'}</style>");
});

it("takes the dollar signs of a sheet as they are", () => {
  expect(inlineStyles(link("plain"), () => "p{content:'$&$1'}")).toContain("<style>p{content:'$&$1'}</style>");
});
