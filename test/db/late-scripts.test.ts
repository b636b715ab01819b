import { expect, it } from "vitest";
import { delayScripts } from "@/db/start/late-scripts";

const script = (name: string) => `<script src="/_next/static/chunks/${name}.js" async=""></script>`;

it("leaves a page's scripts to one that adds them after the first paint, each once", () => {
  const page = `<html><head><link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>${script("a")}${script("turbopack-b")}</head><body><p>歩み</p><script>data()</script>${script("a")}</body></html>`;
  const delayed = delayScripts(page);
  const loader = /<script>(requestAnimationFrame.*)<\/script><\/body><\/html>$/.exec(delayed)![1]!;
  expect(delayed.replace(loader, "")).toBe("<html><head></head><body><p>歩み</p><script>data()</script><script></script></body></html>");
  const added: Record<string, string>[] = [];
  const createElement = () => {
    const attributes: Record<string, string> = {};
    return { attributes, setAttribute: (name: string, value: string) => void (attributes[name] = value) };
  };
  const document = { createElement, head: { append: (element: ReturnType<typeof createElement>) => void added.push(element.attributes) } };
  new Function("requestAnimationFrame", "setTimeout", "document", loader)((run: () => void) => run(), (run: () => void) => run(), document);
  expect(added).toEqual(["a", "turbopack-b"].map((name) => ({ async: "", src: `/_next/static/chunks/${name}.js` })));
});

it.each(["<html><body><p>歩み</p></body></html>", `<html><head>${script("a")}</head>`, '<html><body><script src="https://elsewhere.example/a.js" async=""></script></body></html>'])("leaves %s as it is", (page) => {
  expect(delayScripts(page)).toBe(page);
});
