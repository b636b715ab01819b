/** One measured thing. A `ratio` is of `value` to `basis`; `aim` is what was hoped for, and `met` whether it came true. */
export interface Measure {
  name: string;
  value: string;
  basis?: string;
  ratio?: number;
  aim?: string;
  met?: boolean;
}

const HEAD = ["measure", "value", "basis", "ratio", "aim", ""];

/** Sets measures as a table in plain text, under a heading. */
export function printTable(heading: string, measures: readonly Measure[]): string {
  const cells = measures.map(({ name, value, basis, ratio, aim, met }) => {
    return [name, value, basis ?? "", ratio === undefined ? "" : printRatio(ratio), aim ?? "", met === undefined ? "" : met ? "met" : "MISSED"];
  });
  const rows = [HEAD, ...cells];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => (column === 0 || column > 3 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join("  ")
      .trimEnd(),
  );
  lines.splice(
    1,
    0,
    widths
      .map((width) => "-".repeat(width))
      .join("  ")
      .trimEnd(),
  );
  return [heading, "", ...lines, ""].join("\n");
}

/** Milliseconds, as `12.3 ms` or `4.56 s`. */
export function printTime(milliseconds: number): string {
  return milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(2)} s` : `${milliseconds.toFixed(milliseconds < 10 ? 2 : 1)} ms`;
}

/** Bytes in thousands: `12.3 kB`, or `4.5 MB`. */
export function printBytes(bytes: number): string {
  return bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1000).toFixed(1)} kB`;
}

function printRatio(ratio: number): string {
  return `${ratio >= 100 ? Math.round(ratio) : ratio.toFixed(2)} ×`;
}
