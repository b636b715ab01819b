import type { Frame, Page } from "playwright-core";

/** A frame of an address, as a page holds it. */
export const frameOf = (url: string, more = "") => `<iframe src="${url}" title="図" width="100%" height="300" style="border:0" ${more}></iframe>`;

/** Height in pixels of the inside of a page's frame. */
export const heightOf = (page: Page, at = 0) =>
  page
    .locator("iframe")
    .nth(at)
    .evaluate((frame) => frame.clientHeight);

export const bodyHeight = (frame: Frame) => frame.evaluate(() => document.body.getBoundingClientRect().height);

/** Whether each frame is as high as its content, which is higher than the frame was. */
export async function follow(page: Page, count = 1): Promise<boolean[]> {
  const inner = await Promise.all(page.frames().slice(1).map(bodyHeight));
  const outer = await Promise.all(Array.from({ length: count }, (_, at) => heightOf(page, at)));
  return outer.map((height, at) => height > 310 && Math.abs(height - Math.ceil(inner[at] ?? 0)) <= 1);
}
