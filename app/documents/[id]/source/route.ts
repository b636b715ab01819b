import { findDocument, readDocumentBytes } from "@/db/queries/document";
import { openSite } from "../../../open-site";

/** The document's own bytes, as they were taken in; never rendered as HTML. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const site = await openSite(null);
  const document = site && (await findDocument(site.database, site.dataset, id));
  const source = document && (await readDocumentBytes(site.database, id));
  if (!source) return new Response("この識別子の資料はありません。\n", { status: 404, headers: { "Content-Type": "text/plain; charset=utf-8" } });
  return new Response(new Uint8Array(source.bytes), {
    headers: {
      "Content-Type": `text/plain; charset=${document.encoding.replace("-bom", "")}`,
      "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(document.fileName)}`,
      "X-Content-Type-Options": "nosniff",
      ETag: `"${id}"`,
      "Cache-Control": "public, max-age=31536000, immutable",
    },
  });
}
