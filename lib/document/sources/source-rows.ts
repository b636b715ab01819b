import type { SourceFormat } from "@/lib/domain/reading";
import type { Refusal, RuleArgs, RuleName } from "../rules";

/** A row of an original that is no plain text: a row of a table, a paragraph (one cell), a row of a sheet. */
export interface SourceRow {
  /** Where it stands in the original: `表3 2行`, `Sheet1!B7`, `2ページ`. */
  place: string;
  /** An empty list is a blank line; an empty cell is `""`. Lines within a cell are parted by `\n`. */
  cells: string[];
  /** Whether this is a row of a table, so that each of its cells is whole; text over several lines is not. */
  whole?: boolean;
  /** Whether a sheet or another part begins here, into which no value runs on. */
  begins?: boolean;
}

/** Something that is to be said of an original, and at which of its rows. */
export interface SourceNote {
  refusal: Refusal;
  row: number | null;
}

/** What a format's `toCells` makes of a file. */
export interface SourceCells {
  rows: SourceRow[];
  notes: SourceNote[];
}

/** One format: whether a file is of it, by its bytes alone, and its rows. `toCells` throws `SourceError` for what cannot be read. */
export interface Source {
  format: SourceFormat;
  recognises(bytes: Uint8Array): boolean;
  toCells(bytes: Uint8Array): SourceCells | Promise<SourceCells>;
}

/** A file that cannot be read, in words for the one who handed it in. */
export class SourceError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.rule);
  }
}

/** Ends the reading of a file by one of the rules. */
export function refuseSource<R extends RuleName>(rule: R, ...args: RuleArgs<R>): never {
  throw new SourceError({ rule, args } as unknown as Refusal);
}

export function noteSource<R extends RuleName>(row: number | null, rule: R, ...args: RuleArgs<R>): SourceNote {
  return { refusal: { rule, args } as unknown as Refusal, row };
}
