import { showText } from "@/lib/domain/characters";
import type { DocumentDetail } from "@/lib/domain/rows";
import { lineAnchor, SOURCE_LINES, sourcePage } from "@/lib/source-lines";
import { labelGoalField, labelPlanField } from "@/lib/texts/field-label";
import { ja } from "@/lib/texts/ja";
import { documentPageHref, goalHref } from "@/lib/urls";
import { Pager } from "./ui/pager";

/** A field that begins on a line; `href` is where the site shows it. */
interface LineField {
  /** The goal it belongs to, 重点目標4; empty for the plan's own fields. */
  owner: string;
  label: string;
  href: string | null;
}

/** Characters of a line that are shown; the rest is in the file. */
const LONGEST_LINE = 20_000;

/** Numbers, what each line was read as, and the lines; where there is no room, a line stands below what it was read as. */
const TABLE =
  "w-full border-collapse text-base cells:pr-3 cells:text-left cells:align-top cells:font-normal heads:border-b-2 heads:border-rule-strong heads:font-bold rows:target:bg-mark [&_:is(th,td):not(:last-child)]:text-sm/7 [&_:is(th,td):not(:last-child)]:text-ink-soft [&_:is(th,td):first-child]:w-px [&_:is(th,td):first-child]:text-right [&_:is(th,td):first-child]:whitespace-nowrap [&_:is(th,td):first-child]:tabular-nums [&_td:last-child]:[tab-size:4] [&_td:last-child]:whitespace-pre-wrap narrow:block narrow:rows:grid narrow:rows:grid-cols-[3em_minmax(0,1fr)] narrow:rows:py-0.5 narrow:[&_td]:w-auto!";

/** How wide what stands between is: what a line was read as; before it, where it stands in the original, where that is no text. */
const READ = "[&_:is(th,td):nth-child(2)]:w-[15em] narrow:[&_td:first-child]:row-span-2";
const PLACED =
  "[&_:is(th,td):nth-child(2)]:w-[9em] [&_:is(th,td):nth-child(2)]:break-all [&_:is(th,td):nth-child(3)]:w-[13em] narrow:[&_td:first-child]:row-span-3";

/** How a line that was read as something looks. */
const KINDS: Partial<Record<DocumentDetail["lines"][number], string>> = {
  heading: "*:font-bold",
  "not-understood": "bg-notice",
  blank: "narrow:text-[0.625rem]",
};

/** A page of the source text line by line; each line with its number and the field it became, linked to where the site shows it. */
export function SourceText({ document, dataset, page }: { document: DocumentDetail; dataset: string | null; page: number }) {
  const first = (page - 1) * SOURCE_LINES;
  const kinds = document.lines.slice(first, first + SOURCE_LINES);
  const fields = mapFields(document, dataset, { first: first + 1, last: first + kinds.length });
  const lines = sliceLines(document.text, first, kinds.length);
  const links = <Pager page={page} pages={sourcePage(document.lines.length)} hrefOf={(number) => documentPageHref(document.id, dataset, number)} />;
  return (
    <section aria-labelledby="source-title">
      <h2 id="source-title">原文</h2>
      {links}
      <table role="table" aria-labelledby="source-title" className={`${TABLE} ${document.linePlaces ? PLACED : READ}`}>
        <thead role="rowgroup" className="narrow:sr-only">
          <tr role="row">
            <th role="columnheader" scope="col">
              行
            </th>
            {document.linePlaces && (
              <th role="columnheader" scope="col">
                原本の位置
              </th>
            )}
            <th role="columnheader" scope="col">
              読み取り
            </th>
            <th role="columnheader" scope="col">
              原文
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup" className="narrow:block">
          {kinds.map((kind, index) => (
            <tr key={index} role="row" id={lineAnchor(first + index + 1)} className={KINDS[kind]}>
              <td role="cell">
                <a href={`#${lineAnchor(first + index + 1)}`} className="text-ink-soft no-underline">
                  {first + index + 1}
                </a>
              </td>
              {document.linePlaces && <td role="cell">{document.linePlaces[first + index]}</td>}
              <td role="cell">
                <LineRole fields={fields.get(first + index + 1)} kind={kind} />
              </td>
              <td role="cell">{shorten(lines[index] ?? "")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {links}
    </section>
  );
}

/** Some lines of a text, from a number counted from 0, without reading on. */
function sliceLines(text: string, first: number, count: number): string[] {
  const ends = /\r\n|\r|\n|$/g;
  const lines: string[] = [];
  for (let line = 0, start = 0; line < first + count && start <= text.length; line++) {
    ends.lastIndex = start;
    const end = ends.exec(text)!;
    if (line >= first) lines.push(text.slice(start, end.index));
    start = end.index + Math.max(1, end[0].length);
  }
  return lines;
}

function shorten(line: string): string {
  const rest = line.length - LONGEST_LINE;
  return rest > 0 ? `${showText(line.slice(0, LONGEST_LINE))}…（ほか${rest}字）` : showText(line);
}

function LineRole({ fields, kind }: { fields: LineField[] | undefined; kind: DocumentDetail["lines"][number] }) {
  if (!fields) return kind === "blank" ? null : ja.line[kind];
  return fields.map((field, index) => (
    <span key={index}>
      {field.owner !== fields[index - 1]?.owner && field.owner && `${field.owner} `}
      {field.owner === fields[index - 1]?.owner && "・"}
      {field.href ? <a href={field.href}>{field.label}</a> : field.label}
    </span>
  ));
}

function mapFields(document: DocumentDetail, dataset: string | null, { first, last }: { first: number; last: number }): Map<number, LineField[]> {
  const map = new Map<number, LineField[]>();
  for (const reading of document.readings) {
    for (const [pointer, spans] of Object.entries(reading.places)) {
      const shown = spans.filter((span) => span.start.line <= last && span.end.line >= first);
      if (shown.length === 0) continue;
      const field = describeField(pointer, reading.goals, dataset);
      for (const span of shown) {
        for (let line = Math.max(first, span.start.line); line <= Math.min(last, span.end.line); line++) {
          const fields = map.get(line) ?? [];
          if (!fields.some((each) => each.owner === field.owner && each.label === field.label)) map.set(line, [...fields, field]);
        }
      }
    }
  }
  return map;
}

function describeField(pointer: string, goals: DocumentDetail["readings"][number]["goals"], dataset: string | null): LineField {
  const goal = /^\/priorityGoals\/(\d+)(\/.+)$/.exec(pointer);
  const named = goal && goals[Number(goal[1])];
  if (!goal?.[2] || !named) return { owner: "", label: labelPlanField(pointer), href: null };
  const field = goal[2].startsWith("/policyGoal") ? "/policyGoal" : goal[2];
  const shownAt = field === "/number" ? "/title" : field;
  const { id, shown } = named;
  return { owner: `重点目標${id.replace(/^.*-/, "")}`, label: labelGoalField(field), href: shown ? goalHref(id, dataset, shownAt) : null };
}
