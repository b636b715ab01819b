/**
 * Whether an address is one of the desk's, whose answers depend on who asks. However it is written: what only Next.js
 * would take for one of them is one too.
 */
export function isDesk(url: string): boolean {
  const written = url.split(/[?#]/, 1)[0]!;
  return /^[/\\]*desk(?![a-z0-9-])/i.test(decode(written));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
