import assert from "node:assert/strict";
import { FIT } from "@/lib/parameters/looks";
import type { ForeignSite } from "../browser/foreign-site";
import { assertQuiet, awaitTrue, type Driver, type ElementReference, isSoonTrue } from "./driver";
import type { CopiedChart, Situation } from "./situations";

/** What a frame shows, measured within it, in pixels. */
interface Shown {
  /** Height of the content, of the frame's inside, and where what may not be cut ends: the drawing, or the sentence in its place. */
  body: number;
  room: number;
  end: number;
  /** It is laid out for the frame's own height, as where nothing lets the frame grow. */
  fitted: boolean;
  /** How far it reaches beyond the frame's side. */
  wide: number;
  source: string;
  /** The first line of the source stands within the frame, and nothing covers it. */
  sourceSeen: boolean;
  drawings: number;
  /** Texts of the drawing that reach beyond it. */
  cut: string[];
  /** Whether what is written is lighter than what it is written on. */
  light: boolean;
}

/** A text's box has its halo's pixels, which may stand over, and room above and below its letters. */
const HALO = 3;

const MEASURE = `
const HALO = ${HALO};
const FITTED = "${FIT.name}";
const seen = (selector) => [...document.querySelectorAll(selector)].filter((each) => each.getClientRects().length > 0);
const source = document.querySelector(".source").getBoundingClientRect();
const at = document.elementFromPoint(source.left + 5, source.top + 8);
const [drawing] = seen("main svg[role=group]");
const box = drawing && drawing.getBoundingClientRect();
const isOut = ({ left, right, top, bottom, height }) =>
  left < box.left - HALO || right > box.right + HALO || top + height / 4 < box.top || bottom - height / 4 > box.bottom;
const brightness = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
const style = getComputedStyle(document.documentElement);
return {
  body: document.body.getBoundingClientRect().height,
  room: innerHeight,
  end: (box ?? source).bottom,
  fitted: document.documentElement.className === FITTED,
  wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  source: document.querySelector(".source").textContent,
  sourceSeen: source.bottom <= innerHeight && at !== null && at.closest(".source") !== null,
  drawings: seen("main svg[role=group]").length,
  cut: drawing ? [...drawing.querySelectorAll("text")].filter((text) => text.textContent && isOut(text.getBoundingClientRect())).map((text) => text.textContent) : [],
  light: brightness(getComputedStyle(document.body).color) > brightness(style.backgroundColor),
};`;

/** Puts a chart on a foreign page and looks at what stands there; throws for the first that is not as it should be. */
export async function checkFramed(driver: Driver, host: ForeignSite, situation: Situation, chart: CopiedChart, width: number, dark: boolean): Promise<void> {
  await driver.open(host.show(situation.body(chart), situation.headers), width);
  if (situation.later) await driver.run("document.querySelector('main').innerHTML = arguments[0]", situation.later(chart));
  const { charts = 1 } = situation;
  if (!(await isSoonTrue(async () => (await driver.run<number>("return document.querySelectorAll('iframe').length")) === charts)))
    assert.fail("the frames do not come");
  for (let at = 0; at < charts; at++) {
    let [outer, shown]: [number, Shown | null] = [0, null];
    const look = async () => {
      await driver.enter(null);
      outer = await driver.run(
        "const frame = document.querySelectorAll('iframe')[arguments[0]]; frame.scrollIntoView(); return frame.getBoundingClientRect().height",
        at,
      );
      await driver.enter(at);
      shown = (await driver.run<boolean>("return document.querySelector('.links') !== null")) ? await driver.run<Shown>(MEASURE) : null;
      return shown !== null && (situation.fixed ? shown.end <= shown.room : !shown.fitted && Math.abs(outer - shown.body) <= 1);
    };
    // A frame that is about to go elsewhere answers nothing.
    const stands = await isSoonTrue(() => look().catch(() => false));
    if (!shown) return assert.fail("the frame stays empty");
    const { body, room, end, fitted, wide, source, sourceSeen, drawings, cut, light } = shown as Shown;
    if (!stands)
      assert.fail(
        situation.fixed ? `${Math.ceil(end - room)} px are cut` : `the frame is ${outer} px high, its content ${fitted ? "is shrunk into it" : body}`,
      );
    if (wide > 0) assert.fail(`the chart is ${wide} px too wide`);
    if (!source.includes("出典") || !sourceSeen) assert.fail(`the source is not to be seen: 「${source}」`);
    if (drawings !== 1) assert.fail(`${drawings} drawings`);
    if (cut.length > 0) assert.fail(`the drawing cuts 「${cut.join("」「")}」`);
    if (light !== dark) assert.fail(dark ? "is not dark" : "is not light");
    await driver.enter(null);
  }
  const wide = await driver.run<number>("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
  if (wide > 0) assert.fail(`the foreign page is ${wide} px too wide`);
  assertQuiet(await driver.takeConsole());
}

/** A mark, a part of it that nothing covers, and where it leads. */
interface Mark {
  mark: ElementReference;
  part: ElementReference;
  href: string;
}

const FIND_MARK = `
const mark = [...document.querySelectorAll("main svg a[data-mark]")].filter((each) => each.getClientRects().length > 0).at(arguments[0]);
if (!mark) return null;
mark.scrollIntoView({ block: "center" });
const isOnTop = (part) => {
  const { x, y, width, height } = part.getBoundingClientRect();
  return width > 0 && height > 0 && document.elementFromPoint(x + width / 2, y + height / 2) === part;
};
const part = [...mark.querySelectorAll("rect, text"), ...mark.querySelectorAll("path, circle")].find(isOnTop);
return part ? { mark, part, href: mark.href.baseVal } : null;`;

/** A click on a framed chart's first mark and Enter on its last lead to the page that each names, in a tab of its own. Answers how many did. */
export async function checkMarks(driver: Driver, host: ForeignSite, situation: Situation, chart: CopiedChart, width: number, site: string): Promise<number> {
  let followed = 0;
  for (const [act, which] of [
    ["a click", 0],
    ["Enter", -1],
  ] as const) {
    await driver.open(host.show(situation.body(chart), situation.headers), width);
    await driver.enter(0);
    const found: Mark[] = [];
    const find = async () => {
      const mark = await driver.run<Mark | null>(FIND_MARK, which);
      if (mark) found.push(mark);
      return mark !== null;
    };
    if (!(await isSoonTrue(() => find().catch(() => false), 2000))) return followed;
    const { mark, part, href } = found[0]!;
    const tab = await driver.follow(async () => {
      if (act === "a click") return driver.click(part);
      // WebKit lets no script take the focus into a frame that the reader has not touched.
      await driver.click(await driver.run<ElementReference>("return document.querySelector('h1')"));
      await awaitTrue("a mark takes the focus", () => driver.run<boolean>("arguments[0].focus(); return document.activeElement === arguments[0]", mark));
      await driver.pressEnter();
    });
    assert.deepEqual(tab, { url: new URL(href, site).href, headings: 1 }, `${act} on a mark leads elsewhere`);
    followed++;
    assertQuiet(await driver.takeConsole());
  }
  return followed;
}
