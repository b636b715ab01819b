import { sql } from "drizzle-orm";
import { publicId } from "../identifier";
import { isCurrent } from "./current";
import type { Stage } from "@/lib/domain/plan";
import type { Encoding, Newline } from "@/lib/domain/reading";
import type { DatasetRow, DocumentRow } from "@/lib/domain/rows";

/** What `documentColumns` selects. */
export interface SelectedDocument {
  id: string;
  fileName: string;
  encoding: Encoding;
  newline: Newline;
  byteLength: number;
  ingestedAt: string;
  readingId: number;
  lineCount: number;
  blank: number;
  field: number;
  heading: number;
  separator: number;
  decoration: number;
  notUnderstood: number;
  plans: string;
}

/** Columns of the document `d` as its reading `r` in the dataset's entry `e` gives it. */
export function documentColumns(dataset: DatasetRow) {
  return sql`d.id, d.file_name as fileName, d.encoding, d.newline, d.byte_length as byteLength, d.ingested_at as ingestedAt,
    r.id as readingId, r.line_count as lineCount, r.blank, r.field, r.heading, r.separator, r.decoration,
    r.not_understood as notUnderstood,
    (select json_group_array(json_array(p.local_id, p.municipality, p.department, p.fiscal_year, p.stage, ${isCurrent(dataset)}))
      from (select * from plans where reading_id = r.id order by position) p) as plans`;
}

/** A selected document as the site of `home` shows it. */
export function readDocumentRow(row: SelectedDocument, home: string): DocumentRow {
  const plans = JSON.parse(row.plans) as [string, string, string, number, Stage, 0 | 1][];
  return {
    id: row.id,
    fileName: row.fileName,
    encoding: row.encoding,
    newline: row.newline,
    byteLength: row.byteLength,
    ingestedAt: row.ingestedAt,
    coverage: {
      lines: row.lineCount,
      blank: row.blank,
      field: row.field,
      heading: row.heading,
      separator: row.separator,
      decoration: row.decoration,
      notUnderstood: row.notUnderstood,
    },
    plans: plans.map(([localId, municipality, department, fiscalYear, stage, current]) => {
      return { planId: publicId(localId, municipality, home), department, fiscalYear, stage, current: current === 1 };
    }),
  };
}
