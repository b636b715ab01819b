/**
 * `/.well-known/security.txt` (RFC 9116): where weaknesses are reported. It expires at the begin of the month in a year, so
 * at most a year from `now` on, and stays the same for a month.
 */
export function printSecurityText({ contact, url }: { contact: string; url: string | null }, now: Date): string {
  const expires = new Date(Date.UTC(now.getUTCFullYear() + 1, now.getUTCMonth(), 1)).toISOString();
  const canonical = url === null ? [] : [`Canonical: ${url}/.well-known/security.txt`];
  return `${[`Contact: ${contact}`, `Expires: ${expires}`, ...canonical].join("\n")}\n`;
}
