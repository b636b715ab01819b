import type { ReactElement } from "react";

/** A tree as markup without anything that a browser would have to run. Imported late, because Next.js takes it in no other way. */
export async function renderMarkup(tree: ReactElement): Promise<string> {
  const { renderToStaticMarkup } = await import("react-dom/server");
  return renderToStaticMarkup(tree);
}
