import { is, Placeholder, SQL, type SQLChunk, StringChunk } from "drizzle-orm";

/**
 * The same SQL in as few pieces as it has values: Drizzle puts SQL into words at each query, piece by piece, which for
 * one of many columns takes as long as finding a few rows. What `sql.placeholder` stands for, `fillTemplate` puts in.
 */
export function makeTemplate(part: SQL): SQL {
  const chunks: SQLChunk[] = [];
  let text = "";
  const add = (chunk: SQLChunk) => {
    if (is(chunk, SQL)) chunk.queryChunks.forEach(add);
    else if (is(chunk, StringChunk)) text += chunk.value.join("");
    else {
      chunks.push(new StringChunk(text), chunk);
      text = "";
    }
  };
  add(part);
  return new SQL([...chunks, new StringChunk(text)]);
}

/** Values by the names of placeholders. */
export type TemplateValues = Readonly<Record<string, string | number>>;

/** A template with these values in it, by the names of its placeholders. */
export function fillTemplate(template: SQL, values: TemplateValues = {}): SQL {
  const { queryChunks } = template;
  if (queryChunks.length === 1) return template;
  return new SQL(queryChunks.map((chunk) => (chunk instanceof Placeholder ? (values[chunk.name] as SQLChunk) : chunk)));
}
