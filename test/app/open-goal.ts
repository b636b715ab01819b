import { DomUtils, parseDocument } from "htmlparser2";
import GoalPage from "@/app/goals/[id]/page";
import { renderPage } from "./render-page";

/** A goal's page as the server makes it, of the site at `DATABASE_URL`, with ways to look things up in it. */
export async function openGoal(id: string) {
  const root = parseDocument(await renderPage(GoalPage, {}, { id }));
  const all = DomUtils.findAll(() => true, root.children);
  const find = (name: string, value: string, within = all) => within.filter(({ attribs }) => attribs[name] === value);
  return {
    all,
    find,
    textOf: (name: string, value: string) =>
      find(name, value)
        .map((each) => DomUtils.textContent(each))
        .join("\n"),
  };
}
