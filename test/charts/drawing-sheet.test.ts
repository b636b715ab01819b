import { expect, it } from "vitest";
import { printDrawingSheet } from "@/lib/charts/drawing-sheet";

it("the site draws by the rules of quoted charts", async () => {
  await expect(printDrawingSheet()).toMatchFileSnapshot("../../app/drawing.css");
});
