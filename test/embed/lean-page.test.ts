import { describe, expect, it } from "vitest";
import { leanPage, styleOf } from "@/components/embed/lean-page";

const page = (style: string, body: string) => `<html><head><style>${style}</style></head><body>${body}</body></html>`;

describe("a page of one chart", () => {
  it("has no rule for classes that are not there, and no class without a rule", () => {
    const style =
      "p{margin:.5rem}.a,.b .a,.c{x:1}.b{y:1}@media print{.b{z:1}}@media screen and (min-width:2em){.a{z:1}.b{z:2}}.w-\\[1em\\]{w:1em}.a:not(.b){v:1}";
    const html = leanPage(page(style, '<p class="a d"><i class="w-[1em]"></i><b class="d">1</b></p>'));
    expect(styleOf(html)).toBe("p{margin:.5rem}.a{x:1}@media screen and (min-width:2em){.a{z:1}}.w-\\[1em\\]{w:1em}");
    expect(html).toContain('<body><p class="a"><i class="w-[1em]"></i><b>1</b></p></body>');
  });

  it("has no names of marks, which nothing of it reads, but tells marks apart from other links", () => {
    const html = leanPage(page("", '<a href="/x" data-mark="2025-x-1" target="_blank">data-mark=&quot;a&quot;</a>'));
    expect(html).toContain('<body><a href="/x" data-mark target="_blank">data-mark=&quot;a&quot;</a></body>');
  });

  it("has no patterns that fill nothing, and no texts without a letter", () => {
    const pattern = (id: string) => `<defs><pattern id="${id}"><line y2="6"/></pattern></defs>`;
    const html = leanPage(
      page("", `<svg>${pattern("a-stripes")}<text x="1"></text></svg><svg>${pattern("b-stripes")}<rect fill="url(#b-stripes)"/><text x="2">–</text></svg>`),
    );
    expect(html).toContain(`<body><svg></svg><svg>${pattern("b-stripes")}<rect fill="url(#b-stripes)"/><text x="2">–</text></svg></body>`);
  });

  it("keeps all else as it is", () => {
    const body = '<svg><a class="a" href="/x"><title>&lt;b class=&quot;c&quot;&gt;</title><rect x="1"></rect><text text-anchor="start">字</text></a></svg>';
    const html = leanPage(page(".a{x:1}", body));
    expect(html).toBe(page(".a{x:1}", body.replace("></rect>", "/>").replace(' text-anchor="start"', "")));
  });
});
