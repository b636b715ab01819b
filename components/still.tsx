import { createHash } from "node:crypto";
import type { HTMLAttributes, ReactElement, ReactNode } from "react";
import { markJapanese } from "./embed/mark-japanese";
import { keepMarkup } from "./markup-store";
import { StillMarkup } from "./still-markup";

/** A tree as markup without anything that a browser would have to run. Imported late, because Next.js takes it in no other way. */
export async function renderMarkup(tree: ReactElement): Promise<string> {
  const { renderToStaticMarkup } = await import("react-dom/server");
  return renderToStaticMarkup(tree);
}

interface StillProps extends HTMLAttributes<HTMLElement> {
  /** The element that holds it. */
  as: "div" | "main" | "header" | "footer" | "details" | "figcaption";
  children: ReactNode;
}

/**
 * A part of a page that nothing moves: it is rendered once, to markup, and a browser takes it as it stands. React would
 * render it twice, and send it a second time, as data three times as large. Holds no client component.
 */
export async function Still({ as, children, ...attributes }: StillProps) {
  const rendered = await renderMarkup(<>{children}</>);
  const markup = attributes.lang === undefined || attributes.lang === "ja" ? rendered : markJapanese(rendered);
  const name = createHash("sha256").update(markup).digest("base64url").slice(0, 12);
  keepMarkup(name, markup);
  return <StillMarkup as={as} name={name} {...attributes} />;
}
