import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { SourceText } from "@/components/source-text";
import { parseAddress } from "@/db/bake/address";
import type { DocumentDetail } from "@/lib/domain/rows";
import { SOURCE_LINES } from "@/lib/source-lines";
import { documentHref } from "@/lib/urls";

const ID = "a".repeat(64);
const texts = Array.from({ length: 2 * SOURCE_LINES + 1 }, (_, index) => `行${index + 1}`);
texts[0] = "一行\v二行\u001b";
texts[1] = "長".repeat(100_000);
const span = (line: number) => ({ start: { line, column: 1, offset: 0 }, end: { line, column: 2, offset: 1 } });
const document = {
  id: ID,
  fileName: "a.txt",
  text: texts.join("\r\n"),
  lines: texts.map(() => "field"),
  messages: [],
  findings: [],
  plans: [],
  readings: [
    {
      planId: "2025-finance",
      goals: [
        { id: "2025-finance-1", shown: true },
        { id: "2025-finance-2", shown: false },
      ],
      plan: {},
      places: { "/priorityGoals/0/title": [span(SOURCE_LINES), span(SOURCE_LINES + 1)], "/priorityGoals/1/title": [span(3)] },
    },
  ],
} as unknown as DocumentDetail;
const render = (page: number) => renderToStaticMarkup(<SourceText document={document} dataset={null} page={page} />);
const linesOf = (html: string) => [...html.matchAll(/id="L(\d+)"/g)].map((match) => Number(match[1]));

it("gives the source in parts, each line once, with links to the parts beside it", () => {
  expect([1, 2, 3].flatMap((page) => linesOf(render(page)))).toEqual(texts.map((_, index) => index + 1));
  expect(render(2)).toContain(`>行${SOURCE_LINES + 1}<`);
  expect(render(2)).toContain(`href="/documents/${ID}?page=3"`);
  expect(render(2)).toContain(`href="/documents/${ID}"`);
});

it("leads from a place to the part that holds its line", () => {
  for (const line of [1, SOURCE_LINES, SOURCE_LINES + 1, 2 * SOURCE_LINES + 1]) {
    const url = new URL(documentHref(ID, null, line), "http://localhost");
    expect(render(Number(url.searchParams.get("page") ?? 1))).toContain(`id="${url.hash.slice(1)}"`);
    expect(parseAddress(url.pathname + url.search + url.hash, "x")?.address.query ?? null).toBe(url.search.slice(1));
  }
  expect(render(1)).toMatch(new RegExp(`id="L${SOURCE_LINES}".*?href="/goals/2025-finance-1#title"`, "s"));
  expect(linesOf(render(2))[0]).toBe(SOURCE_LINES + 1);
});

it("names a goal that a newer document no longer holds, and leads nowhere for it", () => {
  expect(render(1)).toContain("重点目標2 ");
  expect(render(1)).not.toContain("2025-finance-2");
});

it("shows soft breaks as breaks, no controls, and of a line of 100,000 characters its beginning", () => {
  expect(render(1)).toContain("一行\n二行〓");
  expect(render(1)).toContain("…（ほか80000字）");
});

it("shows of a file that is no text where each line stands in it", () => {
  const placed = { ...document, linePlaces: texts.map((_, index) => `表1 ${index + 1}行`) };
  const html = renderToStaticMarkup(<SourceText document={placed} dataset={null} page={2} />);
  expect(html).toContain(`原本の位置`);
  expect(html).toMatch(new RegExp(`<td role="cell">表1 ${SOURCE_LINES + 1}行</td>.*?>行${SOURCE_LINES + 1}<`));
  expect(render(1)).not.toContain("原本の位置");
});
