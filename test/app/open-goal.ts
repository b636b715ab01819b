import type { ReactElement } from "react";
import { DomUtils, parseDocument } from "htmlparser2";
import { prerenderToNodeStream } from "react-dom/static";
import { text } from "node:stream/consumers";
import GoalPage from "@/app/goals/[id]/page";

type Page = (props: { params: Promise<{ id: string }>; searchParams: Promise<Record<string, string>> }) => Promise<ReactElement>;

/** A goal's page as the server makes it, of the site at `DATABASE_URL`, with ways to look things up in it. */
export async function openGoal(id: string) {
  const tree = await (GoalPage as Page)({ params: Promise.resolve({ id }), searchParams: Promise.resolve({}) });
  const root = parseDocument(await text((await prerenderToNodeStream(tree)).prelude));
  const all = DomUtils.findAll(() => true, root.children);
  const find = (name: string, value: string, within = all) => within.filter(({ attribs }) => attribs[name] === value);
  return { all, find, textOf: (name: string, value: string) => find(name, value).map((each) => DomUtils.textContent(each)).join("\n") };
}
