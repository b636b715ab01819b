import type { SourceFormat } from "@/lib/domain/reading";

/** Media types of documents as they came. A web page is none that a browser would show: it may hold anything. */
export const SOURCE_TYPES: Record<SourceFormat, string> = {
  text: "text/plain",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pdf: "application/pdf",
  html: "application/octet-stream",
  csv: "text/csv",
  jis: "text/plain; charset=iso-2022-jp",
  odt: "application/vnd.oasis.opendocument.text",
};
