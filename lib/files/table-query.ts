import type { Level } from "@/lib/domain/continuation";
import type { Status } from "@/lib/domain/decision";
import { DATASET } from "@/lib/parameters/choices";
import { definePlace, refuseProblems } from "@/lib/parameters/place";
import type { Header } from "@/lib/parameters/view";
import { type Direction, directionOf, type View } from "@/lib/parameters/view";
import { quote, readQuery, type SearchParameters } from "@/lib/query-parameters";
import { RequestError } from "@/lib/request-error";
import { LEVEL_CODES, RELATION_CODES, type Relation, STATUS_CODES } from "./codes";
import { printCursor, readCursor } from "./cursor";
import { GOAL_PARAMETERS, listParameters, ROW_LIMITS } from "./table-parameters";
import { TABLES, type TableFormat, type TableName } from "./tables";
import type { ContinuationRowFilter } from "./tables/continuations";

/** What a table's address asks for. */
export interface TableQuery {
  name: TableName;
  format: TableFormat;
  /** The dataset that the address or its cursor names; `null` for the newest. */
  dataset: string | null;
  header: Header;
  goals: Pick<View, "filter" | "sort"> & { direction: Direction };
  continuations: ContinuationRowFilter;
  /** First row, from 0, and how many at most. */
  offset: number;
  limit: number;
  /** Table, filter and order, as cursors know them. */
  question: string;
}

/** Reads the query of a table's address. Throws `RequestError` for what the table does not take. */
export function readTableQuery(url: string, name: TableName, format: TableFormat): TableQuery {
  const taken = listParameters(TABLES[name]);
  const parameters = readQuery(url, {
    single: taken.filter(({ repeats }) => !repeats).map((parameter) => parameter.name),
    multiple: taken.filter(({ repeats }) => repeats).map((parameter) => parameter.name),
  });
  const view = refuseProblems(definePlace(`/api/${name}.${format}`, GOAL_PARAMETERS), parameters);
  const { filter, sort } = view;
  const direction = directionOf(view);
  const continuations: ContinuationRowFilter = {
    ...filter,
    levels: readCodes<Level>(parameters, "level", LEVEL_CODES),
    relations: readCodes<Relation>(parameters, "kind", RELATION_CODES),
    statuses: readCodes<Status>(parameters, "status", STATUS_CODES),
  };
  const { levels, relations, statuses } = continuations;
  const question = JSON.stringify([name, filter, sort, direction, levels, relations, statuses]);
  const limit = readLimit(parameters, format);
  const [text] = valuesOf(parameters, "cursor");
  const cursor = text === undefined ? null : readCursor(text, question);
  // An id may be named by its beginning here as elsewhere.
  if (cursor && view.dataset && !(new RegExp(DATASET.schema.pattern!).test(view.dataset) && cursor.dataset.startsWith(view.dataset))) {
    throw new RequestError("invalid_value", ({ otherDataset }) => otherDataset, "cursor");
  }
  const offset = cursor?.offset ?? 0;
  return {
    name,
    format,
    dataset: cursor?.dataset ?? view.dataset,
    header: view.header,
    goals: { filter, sort, direction },
    continuations,
    offset,
    limit,
    question,
  };
}

/**
 * The address of the rows after this answer's, from the root: the same question with a cursor that holds to `dataset`.
 * `null` where there are none.
 */
export function nextHref(url: string, query: TableQuery, dataset: string, total: number): string | null {
  const offset = query.offset + query.limit;
  if (offset >= total) return null;
  const { pathname, searchParams } = new URL(url);
  searchParams.delete("dataset");
  searchParams.set("cursor", printCursor({ dataset, offset }, query.question));
  return `${pathname}?${searchParams}`;
}

function readLimit(parameters: SearchParameters, format: TableFormat): number {
  const { usual, most } = ROW_LIMITS[format];
  const [text] = valuesOf(parameters, "limit");
  if (text === undefined) return usual;
  const digits = text.normalize("NFKC");
  const limit = /^\d{1,9}$/.test(digits) ? Number(digits) : 0;
  if (limit >= 1 && limit <= most) return limit;
  throw new RequestError("invalid_value", (texts) => texts.limit(most, text.slice(0, 20)), "limit");
}

function readCodes<Name extends string>(parameters: SearchParameters, parameter: string, codes: readonly { code: string }[]): Name[] {
  const values = valuesOf(parameters, parameter);
  const known = codes.map(({ code }) => code);
  const wrong = values.find((value) => !known.includes(value));
  if (wrong !== undefined) throw new RequestError("invalid_value", (texts) => texts.wrong(parameter, quote(wrong), texts.oneOf(known)), parameter);
  return known.filter((code) => values.includes(code)) as Name[];
}

/** Values of a parameter, without the empty ones that an untouched form field sends. */
function valuesOf(parameters: SearchParameters, parameter: string): string[] {
  return [parameters[parameter] ?? []].flat().filter((value) => value !== "");
}
