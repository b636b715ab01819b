import type { Page } from "./page";

/** A heading with its value in one of many goals' parts: `null` where the value is missing. */
export interface Part {
  heading: string;
  value: string | null;
  /** A value that is no text of several lines. */
  short: boolean;
}

/** Rows under headings that they share. */
export function printRows(page: Page, rows: readonly Part[][]): void {
  const headings = rows[0]?.map(({ heading }) => heading) ?? [];
  page.gap();
  if (headings.length === 1) {
    page.put(`| ${headings.join("")} |`, "| --- |");
    for (const [part] of rows) page.cells([joinLines(part?.value ?? "")], true);
    return;
  }
  page.table(
    headings,
    rows.map((row) => row.map(({ value }) => value ?? "")),
  );
}

/**
 * A few headings with a value each: beside each other, one under the other, or heading and value in a line.
 * `optional` may leave out what has no value.
 */
export function printGroup(page: Page, parts: readonly Part[], mode: "always" | "optional" | "beside" | "alone"): void {
  const { layout } = page;
  const isOmitted = mode === "optional" && layout.chance(2);
  const kept = isOmitted ? parts.filter(({ value }) => value !== null) : parts;
  if (kept.length === 0) return;
  page.gap();
  const isBeside = mode === "beside" || (kept.length > 1 && layout.chance(2));
  if (isBeside && kept.length > 1) return printBeside(page, kept);
  for (const { heading, value, short } of kept) {
    const form = mode === "alone" ? "alone" : layout.pick("alone", "alone", "line", "pipe");
    if (form === "alone" || (value === null && form === "line")) {
      page.put(page.decorate(heading) + layout.pick("", "\t", "：", ""));
      if (value !== null) printLines(page, value.split("\n"));
      else page.put(...layout.pick([], ["", ""], ["\t"]));
    } else if (form === "line") {
      const [first, ...others] = (value ?? "").split("\n");
      const separator = layout.pick("：", ":", "\t", " ", "　");
      if (short) page.put(heading + separator + joinLines(value ?? ""));
      else {
        page.put(heading + separator + first);
        printLines(page, others);
      }
    } else {
      page.put(`| ${page.decorate(heading)} |`, "|:---|");
      page.cells([joinLines(value ?? "")], true);
    }
  }
}

function printBeside(page: Page, parts: readonly Part[]): void {
  const { layout } = page;
  const isTrailingShort = parts.at(-1)?.short ?? false;
  switch (layout.pick("table", "table", "running", "row")) {
    case "running": {
      // One row of cells that run over several lines, as a converter leaves them.
      page.put(parts.map(({ heading }) => heading).join("\t"));
      const lines = parts
        .map(({ value }) => value ?? "")
        .join("\t")
        .split("\n");
      for (const line of lines) page.put(line);
      if (lines.every((line) => line.trim() === "") && layout.chance(2)) page.put("");
      return;
    }
    case "row":
      if (isTrailingShort || parts.every(({ value }) => value !== null)) {
        return page.cells(
          parts.flatMap(({ heading, value }) => [heading, joinLines(value ?? "")]),
          layout.chance(3),
        );
      }
  }
  page.table(
    parts.map(({ heading }) => heading),
    [parts.map(({ value }) => value ?? "")],
  );
}

function printLines(page: Page, lines: readonly string[]): void {
  for (const line of lines) {
    page.put(page.layout.pick("", "", " ", "　") + page.dress(line) + page.layout.pick("", "\t"));
    if (page.layout.chance(4)) page.gap();
  }
}

function joinLines(text: string): string {
  return text.replaceAll("\n", "<br>");
}
