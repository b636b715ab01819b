import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { drawFavicon, drawTouchIcon } from "./draw-icons";

/** `vitest --update=all` draws them anew. */
const updates = () => (expect.getState().snapshotState as unknown as { _updateSnapshot: string })._updateSnapshot === "all";

it.each([
  ["app/favicon.ico", drawFavicon],
  ["app/apple-icon.png", drawTouchIcon],
])("%s is what app/icon.svg looks like", (file, draw) => {
  if (updates()) writeFileSync(file, draw());
  expect(readFileSync(file).equals(draw())).toBe(true);
});
