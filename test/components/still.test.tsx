import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { findMarkup, keepMarkup } from "@/components/markup-store";
import { Still } from "@/components/still";

it("stands in the page as its children would", async () => {
  const still = await Still({ as: "div", className: "table-scroll", children: [<p key="1">一部達成 &lt;C&gt;</p>, "。"] });
  expect(renderToStaticMarkup(still)).toMatch(/^<div class="table-scroll" data-still="[\w-]{12}"><p>一部達成 &lt;C&gt;<\/p>。<\/div>$/);
});

it("has the same name for the same markup, so that the same page has the same bytes", async () => {
  const [one, same, other] = await Promise.all(["あ", "あ", "い"].map(async (children) => renderToStaticMarkup(await Still({ as: "div", children }))));
  expect(one).toBe(same);
  expect(one!.replace("あ", "い")).not.toBe(other);
});

it("keeps what pages under way need, and lets the oldest go", () => {
  keepMarkup("first", "a".repeat(8 * 1024 * 1024));
  keepMarkup("second", "b");
  expect(findMarkup("first").length).toBe(8 * 1024 * 1024);
  keepMarkup("third", "c".repeat(6 * 1024 * 1024));
  expect(() => findMarkup("first")).toThrow('there is no markup "first"');
  expect(findMarkup("second")).toBe("b");
});
