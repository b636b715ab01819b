import type { HTMLAttributes } from "react";

/** The middle of a page, as wide as a line of its parts. */
export const PAGE_WIDTH = "mx-auto w-full max-w-page px-[clamp(1rem,4vw,2rem)] print:max-w-none print:px-0";

/** Of the element `main`, whose width decides how its parts are set. */
export const MAIN = `@container/page space-y-4.5 py-6 print:py-2 ${PAGE_WIDTH}`;

/** A page that stands alone, without the site's frame. */
export function PageBody(attributes: Omit<HTMLAttributes<HTMLElement>, "className">) {
  return <main id="main" className={MAIN} {...attributes} />;
}
