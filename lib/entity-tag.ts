import { createHash } from "node:crypto";

/** The entity tag of a body: the same bytes have the same tag on any machine. Weak, since a body is sent in several codings. */
export function makeEtag(body: string | Uint8Array): string {
  return `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}
