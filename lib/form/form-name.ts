import { soundFileName } from "@/lib/domain/file-name";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";

/** `blank` has room for the plan alone; `previous` has the year before beside it. */
export type FormKind = "blank" | "previous";

/** 令和8年度 政策推進部の運営方針. */
export function titleForm(department: string, fiscalYear: number): string {
  return `${formatFiscalYear(fiscalYear)} ${department}の運営方針`;
}

/** What a form is saved under: `令和8年度_政策推進部の運営方針.docx`, without what Windows has no names of. */
export function nameForm(department: string, fiscalYear: number): string {
  return `${soundFileName(titleForm(department, fiscalYear))}.docx`;
}
