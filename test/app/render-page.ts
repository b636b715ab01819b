import { text } from "node:stream/consumers";
import type { ReactElement } from "react";
import { prerenderToNodeStream } from "react-dom/static";

type Page = (props: { params: Promise<never>; searchParams: Promise<Record<string, string>> }) => Promise<ReactElement>;

/** A tree as HTML, made as the server makes it. */
export async function renderTree(tree: ReactElement): Promise<string> {
  return text((await prerenderToNodeStream(tree)).prelude);
}

/** A page as HTML, of the site at `DATABASE_URL`. */
export async function renderPage(page: unknown, searchParams: Record<string, string> = {}, params: Record<string, string> = {}): Promise<string> {
  return renderTree(await (page as Page)({ params: Promise.resolve(params as never), searchParams: Promise.resolve(searchParams) }));
}
