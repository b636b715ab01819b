import type { DocumentDetail } from "@/lib/domain/rows";
import { labelGoalField, labelPlanField } from "@/lib/texts/field-label";
import { ja } from "@/lib/texts/ja";
import { goalHref, lineAnchor } from "@/lib/urls";

/** A field that begins on a line; `href` is where the site shows it. */
interface LineField {
  /** The goal it belongs to, 重点目標4; empty for the plan's own fields. */
  owner: string;
  label: string;
  href: string | null;
}

/** The source text line by line; each line with its number and the field it became, linked to where the site shows it. */
export function SourceText({ document, dataset }: { document: DocumentDetail; dataset: string | null }) {
  const fields = mapFields(document, dataset);
  const lines = document.text.split(/\r\n|\r|\n/);
  return (
    <section aria-labelledby="source-title">
      <h2 id="source-title">原文</h2>
      <table className="source-text" role="table" aria-labelledby="source-title">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className="line-number">
              行
            </th>
            <th role="columnheader" scope="col" className="line-role">
              読み取り
            </th>
            <th role="columnheader" scope="col">原文</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {document.lines.map((kind, index) => (
            <tr key={index} role="row" id={lineAnchor(index + 1)} className={kind}>
              <td role="cell" className="line-number">
                <a href={`#${lineAnchor(index + 1)}`}>{index + 1}</a>
              </td>
              <td role="cell" className="line-role">
                <LineRole fields={fields.get(index + 1)} kind={kind} />
              </td>
              <td role="cell" className="line-content">
                {lines[index]}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LineRole({ fields, kind }: { fields: LineField[] | undefined; kind: DocumentDetail["lines"][number] }) {
  if (!fields) return kind === "blank" ? null : <>{ja.line[kind]}</>;
  return fields.map((field, index) => (
    <span key={index}>
      {field.owner !== fields[index - 1]?.owner && field.owner && `${field.owner} `}
      {field.owner === fields[index - 1]?.owner && "・"}
      {field.href ? <a href={field.href}>{field.label}</a> : field.label}
    </span>
  ));
}

function mapFields(document: DocumentDetail, dataset: string | null): Map<number, LineField[]> {
  const map = new Map<number, LineField[]>();
  for (const reading of document.readings) {
    for (const [pointer, spans] of Object.entries(reading.places)) {
      const field = describeField(pointer, reading.goalIds, dataset);
      for (const span of spans) {
        for (let line = span.start.line; line <= span.end.line; line++) {
          const fields = map.get(line) ?? [];
          if (!fields.some((each) => each.owner === field.owner && each.label === field.label)) map.set(line, [...fields, field]);
        }
      }
    }
  }
  return map;
}

function describeField(pointer: string, goalIds: readonly string[], dataset: string | null): LineField {
  const goal = /^\/priorityGoals\/(\d+)(\/.+)$/.exec(pointer);
  const id = goal && goalIds[Number(goal[1])];
  if (!goal?.[2] || !id) return { owner: "", label: labelPlanField(pointer), href: null };
  const field = goal[2].startsWith("/policyGoal") ? "/policyGoal" : goal[2];
  const shownAt = field === "/number" ? "/title" : field;
  return { owner: `重点目標${id.replace(/^.*-/, "")}`, label: labelGoalField(field), href: goalHref(id, dataset, shownAt) };
}
