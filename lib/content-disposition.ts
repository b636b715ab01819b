import { replaceUnwritable } from "@/lib/domain/writable-text";

/**
 * The header that names what a browser saves (RFC 6266): `attachment` is saved at once, `inline` is shown, and saved under
 * that name. `plain` is the name in ASCII for what reads no other.
 */
export function disposeAs(how: "attachment" | "inline", name: string, plain?: string): { "Content-Disposition": string } {
  const isPlain = /^[\w.()-]+$/.test(name);
  const ascii = isPlain ? name : plain;
  const parts = [how, ...(ascii ? [`filename="${ascii}"`] : []), ...(isPlain ? [] : [`filename*=UTF-8''${encodeValue(name)}`])];
  return { "Content-Disposition": parts.join("; ") };
}

/** RFC 8187 lets fewer signs stand than a URL's part does. */
function encodeValue(text: string): string {
  return encodeURIComponent(replaceUnwritable(text)).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
