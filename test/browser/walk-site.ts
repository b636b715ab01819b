import { DomUtils, parseDocument } from "htmlparser2";

/** All pages of a site that links lead to, by address; all links within it; and addresses that were not answered with 200. */
export interface Walked {
  links: { to: string; fragment: string; from: string }[];
  pages: Map<string, { ids: Set<string>; html: string }>;
  broken: string[];
}

interface WalkOptions {
  /** Where to begin; the front page by default. */
  from?: string;
  /** Whether a link is followed; all are by default. */
  follows?: (address: string) => boolean;
  /** Told of every answer. */
  onAnswer?: (address: string, answer: Response, body: Buffer) => Promise<void>;
}

/** Follows the links of every page of the site at `origin`. */
export async function walkSite(origin: string, { from = "/", follows = () => true, onAnswer = async () => {} }: WalkOptions = {}): Promise<Walked> {
  const walked: Walked = { links: [], pages: new Map(), broken: [] };
  const known = new Set([from]);
  const waiting = [from];
  for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
    const answer = await fetch(origin + at);
    if (answer.status !== 200) walked.broken.push(at);
    const body = Buffer.from(await answer.arrayBuffer());
    await onAnswer(at, answer, body);
    if (!answer.headers.get("content-type")!.startsWith("text/html")) continue;
    const html = body.toString();
    const elements = DomUtils.findAll(() => true, parseDocument(html).children);
    walked.pages.set(at, { html, ids: new Set(elements.map(({ attribs }) => attribs.id).filter((id) => id !== undefined)) });
    for (const { attribs } of elements) {
      const href = attribs.href ?? attribs.src ?? attribs["xlink:href"] ?? attribs.xlinkhref;
      if (href === undefined || /^(?:https?:|data:|mailto:)/.test(href)) continue;
      const [to, fragment] = [href.split("#")[0] || at, href.split("#")[1] ?? ""];
      walked.links.push({ to, fragment, from: at });
      if (!known.has(to)) {
        known.add(to);
        if (follows(to)) waiting.push(to);
      }
    }
  }
  return walked;
}
