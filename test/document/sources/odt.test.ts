import { strToU8, zipSync } from "fflate";
import { expect, it } from "vitest";
import { extractText } from "@/lib/document/sources/extract";

it("reads a text box behind its paragraph, also within a cell, and says so", async () => {
  const box = (text: string) => `<draw:frame><draw:text-box><text:p>${text}</text:p></draw:text-box></draw:frame>`;
  const cell = `<table:table-cell><text:p>欄${box("箱二")}</text:p></table:table-cell>`;
  const body = `<text:p>本文${box("箱一")}</text:p><table:table><table:table-row>${cell}${cell}</table:table-row></table:table>`;
  const content = `<office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const bytes = zipSync({ mimetype: [strToU8("application/vnd.oasis.opendocument.text"), { level: 0 }], "content.xml": strToU8(content) });
  const { text, messages } = (await extractText(bytes))!;
  expect(text).toBe("本文\n箱一\n欄\v箱二\t欄\v箱二\n");
  expect(messages.map(({ rule, span }) => [rule, span?.start.line])).toEqual([
    ["text-box", 2],
    ["text-box", undefined],
    ["text-box", undefined],
  ]);
});
