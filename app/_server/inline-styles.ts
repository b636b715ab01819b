import { readFileSync } from "node:fs";
import path from "node:path";

const LINK = /<link rel="stylesheet" href="(\/_next\/static\/(?:[\w~-]+\/)*[\w.~-]+\.css)"([^>]*?)\/?>/g;

/** Looks a built style sheet up by its address: its bytes, a character each (latin1), or `null` where there is none. */
export type SheetFinder = (href: string) => string | null;

/** Reads each style sheet of a build once. `folder` is Next.js's own, `.next`. */
export function createSheetFinder(folder: string): SheetFinder {
  const known = new Map<string, string | null>();
  return (href) => {
    let sheet = known.get(href);
    if (sheet === undefined) known.set(href, (sheet = readSheet(path.join(folder, href.slice("/_next/".length)))));
    return sheet;
  };
}

/**
 * Puts a page's style sheets into it, so that its first paint waits for nothing. The links stay, disabled, which no
 * browser fetches: React looks for them before it adds its own. Next.js's own `inlineCss` sends each sheet three times.
 * The page is given and answered as its bytes, a character each (latin1).
 */
export function inlineStyles(html: string, findSheet: SheetFinder): string {
  return html.replace(LINK, (link, href: string, rest: string) => {
    const sheet = findSheet(href);
    return sheet === null ? link : `<style>${sheet}</style><link rel="stylesheet" href="${href}"${rest} disabled=""/>`;
  });
}

/** `null` also for what could not stand within a page as it is. */
function readSheet(file: string): string | null {
  try {
    const text = readFileSync(file, "latin1");
    return /<\/style|url\(/i.test(text) ? null : text;
  } catch {
    return null;
  }
}
