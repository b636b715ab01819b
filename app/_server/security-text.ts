import { hasPublicUrl, securityContact, siteUrl } from "@/db/config";
import { printSecurityText } from "@/lib/discovery/security-text";
import { SECURITY_HEADERS } from "@/lib/security-headers";
import type { PlainAnswer } from "./plain-answer";

/** Answers `/.well-known/security.txt` where a contact is configured; `null` for any other path. Its date is of the day on which it is asked for, so that nothing keeps it. */
export function answerSecurityText(path: string): PlainAnswer | null {
  const contact = path === "/.well-known/security.txt" ? securityContact() : null;
  if (contact === null) return null;
  const body = printSecurityText({ contact, url: hasPublicUrl() ? siteUrl() : null }, new Date());
  return { status: 200, headers: { ...SECURITY_HEADERS, "cache-control": "public, max-age=86400", "content-type": "text/plain; charset=utf-8" }, body };
}
