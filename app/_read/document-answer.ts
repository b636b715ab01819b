import { readDocumentBytes } from "@/db/queries/document";
import { findDocumentRow } from "@/db/queries/documents";
import { disposeAs } from "@/lib/content-disposition";
import type { Answer } from "@/lib/file-answer";
import { SOURCE_TYPES } from "@/lib/files/source-types";
import { readQuery } from "@/lib/query-parameters";
import { RequestError } from "@/lib/request-error";
import { readSite } from "./read-site";

/** A document's own bytes, as they were taken in; never rendered as HTML. They never change: the id is their hash. */
export async function answerDocument(url: string, id: string): Promise<Answer> {
  readQuery(url, { single: [], multiple: [] });
  const site = await readSite(null);
  const document = await findDocumentRow(site.database, site.dataset, id);
  const source = document && (await readDocumentBytes(site.database, id));
  if (!source) throw new RequestError("not_found", ({ noDocument }) => noDocument);
  return {
    body: source.bytes,
    type: document.format === "text" ? `${SOURCE_TYPES.text}; charset=${document.encoding.replace("-bom", "")}` : SOURCE_TYPES[document.format],
    frozen: true,
    headers: disposeAs("attachment", document.fileName),
  };
}
