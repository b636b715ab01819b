import { sql } from "drizzle-orm";
import type { Stage } from "@/lib/domain/plan";
import type { Coverage } from "@/lib/domain/reading";
import type { DatasetRow, DocumentRow } from "@/lib/domain/rows";
import { publicId } from "../identifier";
import { isCurrent } from "./current";

/** What `documentColumns` selects: a document and how much of it was read, its plans packed. */
export interface SelectedDocument extends Omit<DocumentRow, "coverage" | "plans">, Omit<Coverage, "lines"> {
  readingId: number;
  lineCount: number;
  plans: string;
}

/** Columns of the document `d` as its reading `r` in the dataset's entry `e` gives it. */
export function documentColumns(dataset: DatasetRow) {
  return sql`d.id, d.file_name as fileName, d.encoding, d.newline, d.byte_length as byteLength, d.ingested_at as ingestedAt,
    coalesce((select format from reading_texts t where t.reading_id = r.id), 'text') as format, r.id as readingId, r.line_count as lineCount, r.blank, r.field, r.heading, r.separator, r.decoration,
    r.not_understood as notUnderstood,
    (select json_group_array(json_array(p.local_id, p.municipality, p.department, p.fiscal_year, p.stage, ${isCurrent(dataset)}))
      from (select * from plans where reading_id = r.id order by position) p) as plans`;
}

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
    ...{ id, fileName, format, encoding, newline, byteLength, ingestedAt },
    coverage: { lines, blank, field, heading, separator, decoration, notUnderstood },
    plans: plans.map(([localId, municipality, department, fiscalYear, stage, current]) => {
      return { planId: publicId(localId, municipality, home), department, fiscalYear, stage, current: current === 1 };
    }),
  };
}
