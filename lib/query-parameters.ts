import { RequestError } from "@/lib/request-error";

/** An address's query parameters, as Next.js gives them to a page. */
export type SearchParameters = Record<string, string | string[] | undefined>;

/** Names of the query parameters that an address takes: those given at most once, and those that may be repeated. */
export interface QueryShape {
  single: readonly string[];
  multiple: readonly string[];
}

/** Longest query string read, in characters. */
const LONGEST_QUERY = 4096;

/** Most values of one parameter, and characters of each. */
export const MOST_VALUES = 50;
export const LONGEST_VALUE = 200;

/**
 * The query parameters of a file's or an API's address, which has no room to say what was left out. Throws
 * `RequestError` for a single one given twice, and for what is no percent-encoded UTF-8, too many or too long (`longest`
 * characters a value, 200). A name that `shape` does not hold is refused where `strict`; else it is passed over, since
 * other sites add names of their own to addresses (`fbclid`, `utm_source`, WordPress's `dnt`).
 */
export function readQuery(url: string, shape: QueryShape, { longest = LONGEST_VALUE, strict = true } = {}): SearchParameters {
  const { search, searchParams } = new URL(url);
  if (search.length > LONGEST_QUERY) throw new RequestError("query_too_long", ({ longQuery }) => longQuery(search.length, LONGEST_QUERY));
  assertUtf8(search);
  const parameters: SearchParameters = {};
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    const repeats = shape.multiple.includes(name);
    if (!repeats && !shape.single.includes(name) && !strict) continue;
    if (!repeats && !shape.single.includes(name)) throw new RequestError("unknown_parameter", ({ unknown }) => unknown(quote(name)), quote(name));
    if (!repeats && values.length > 1) throw new RequestError("repeated_parameter", ({ repeated }) => repeated(name), name);
    if (values.length > MOST_VALUES) throw new RequestError("invalid_value", ({ tooMany }) => tooMany(name, MOST_VALUES), name);
    const long = values.find((value) => [...value].length > longest);
    if (long !== undefined) throw new RequestError("invalid_value", ({ tooLong }) => tooLong(name, quote(long), longest), name);
    parameters[name] = repeats ? values : values[0];
  }
  return parameters;
}

function assertUtf8(search: string): void {
  try {
    // What was no UTF-8 may have been replaced before it came here.
    if (!decodeURIComponent(search.replaceAll("+", " ")).includes("\uFFFD")) return;
  } catch {
    // told below
  }
  throw new RequestError("invalid_encoding", ({ queryEncoding }) => queryEncoding);
}

/** A value as an error message quotes it: short, and on one line. */
export function quote(value: string): string {
  const line = value.replace(/\p{Cc}/gu, "�");
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
