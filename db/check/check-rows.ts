import { sql } from "drizzle-orm";
import type { Database } from "../connection/database";
import { decodeStored, digestStored } from "../rows/row-digest";
import { listKeys, ROW_SUBJECTS, type RowSubject } from "../rows/row-subjects";
import type { CheckResult } from "./check-result";

/**
 * Compares the rows of each thing with the digest that was kept when they were written, one thing at a time, so that
 * memory does not grow with their number. `isFatal` where a text is not UTF-8: whoever reads it ends.
 */
export async function checkRows(db: Database): Promise<CheckResult> {
  const result: CheckResult = { name: "行のハッシュ", checked: 0, faults: [] };
  for (const subject of ROW_SUBJECTS) {
    try {
      await checkSubject(db, subject, result);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      result.faults.push(`${subject.label}に、UTF-8 でない文字があります`);
      result.isFatal = true;
    }
  }
  return result;
}

async function checkSubject(db: Database, subject: RowSubject, result: CheckResult): Promise<void> {
  const missing = await listDigests(db, subject);
  for (const { key, id } of await listKeys(db, subject)) {
    result.checked += 1;
    const name = `${subject.label} ${key}`;
    const kept = missing.get(key);
    missing.delete(key);
    const digest = await digestStored(db, subject.tables(id));
    if (kept === undefined) result.faults.push(`${name} の行のハッシュが記録されていません`);
    else if (digest !== kept) result.faults.push(`${name} の行が、書き込んだときのものと合いません`);
  }
  for (const key of missing.keys()) result.faults.push(`${subject.label} ${key} の行がありません`);
}

async function listDigests(db: Database, { name }: RowSubject): Promise<Map<string, string>> {
  const rows = await db.all<Record<"key" | "digest", ArrayBuffer>>(
    sql`select cast(key as blob) as key, cast(digest as blob) as digest from row_digests where subject = ${name}`,
  );
  return new Map(rows.map(({ key, digest }) => [decodeStored(key), decodeStored(digest)]));
}
