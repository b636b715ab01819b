import pLimit from "p-limit";
import type { Cell, Sheet } from "@/lib/files/table";
import { printXlsx, type Source } from "@/lib/files/table-xlsx";
import type { Header } from "@/lib/parameters/view";
import { RequestError } from "@/lib/request-error";

/** How many workbooks are made at once, and how many more requests may wait: each takes memory and processor time. */
const AT_ONCE = 2;
const WAITING = 6;

const limit = pLimit(AT_ONCE);

/** Makes a workbook in its turn. Throws `RequestError` (503 `too_busy`) where too many wait already. */
export async function makeWorkbook(sheet: Sheet, rows: readonly Cell[][], source: Source, header: Header = "name"): Promise<Uint8Array> {
  if (limit.activeCount + limit.pendingCount >= AT_ONCE + WAITING) {
    throw new RequestError("too_busy", ({ manyWorkbooks }) => manyWorkbooks);
  }
  return limit(() => printXlsx(sheet, rows, source, header));
}
