import { sql } from "drizzle-orm";
import type { Stage } from "@/lib/domain/plan";
import type { Coverage } from "@/lib/domain/reading";
import type { DocumentRow } from "@/lib/domain/rows";
import { publicId } from "../identifier";
import { plans } from "../schema/plans";
import { CURRENT, WITHDRAWN_FOR } from "./current";
import { jsonList } from "./json-list";
import { document, plan, reading, readingText } from "./query-tables";
import type { Columns } from "./select-rows";

/** What `documentColumns` selects: a document and how much of it was read, its plans packed. */
export interface SelectedDocument extends Omit<DocumentRow, "coverage" | "plans">, Omit<Coverage, "lines"> {
  readingId: number;
  lineCount: number;
  plans: string;
}

const { id, fileName, encoding, newline, byteLength, ingestedAt } = document;
const { lineCount, blank, field, heading, separator, decoration, notUnderstood } = reading;

/** What the document of a `reading` is: a text, unless one was made of it. */
const FORMAT = sql`coalesce((select ${readingText.format} from ${readingText.table} where ${readingText.readingId} = ${reading.id}), 'text')`;

/** Columns of `document` as its `reading` in an `entry` of the dataset of the number `sequence` (to be filled in) gives it. */
export const documentColumns: Columns<SelectedDocument> = {
  ...{ id, fileName, encoding, newline, byteLength, ingestedAt },
  format: FORMAT,
  withdrawnFor: WITHDRAWN_FOR,
  readingId: reading.id,
  ...{ lineCount, blank, field, heading, separator, decoration, notUnderstood },
  plans: jsonList(
    plans,
    ({ readingId }) => sql`${readingId} = ${reading.id}`,
    () => sql`json_array(${plan.localId}, ${plan.municipality}, ${plan.department}, ${plan.fiscalYear}, ${plan.stage}, ${CURRENT})`,
    plan,
  ),
};

/** A selected document as the site of `home` shows it. */
export function readDocumentRow(row: SelectedDocument, home: string): DocumentRow {
  const {
    id,
    fileName,
    format,
    encoding,
    newline,
    byteLength,
    ingestedAt,
    withdrawnFor,
    lineCount: lines,
    blank,
    field,
    heading,
    separator,
    decoration,
    notUnderstood,
  } = row;
  const plans = JSON.parse(row.plans) as [string, string, string, number, Stage, 0 | 1][];
  return {
    ...{ id, fileName, format, encoding, newline, byteLength, ingestedAt, withdrawnFor },
    coverage: { lines, blank, field, heading, separator, decoration, notUnderstood },
    plans: plans.map(([localId, municipality, department, fiscalYear, stage, current]) => {
      return { planId: publicId(localId, municipality, home), department, fiscalYear, stage, current: current === 1 };
    }),
  };
}
