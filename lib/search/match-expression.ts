import type { SearchQuery } from "./query";
import { findTermTokens, type TermTokens } from "./token";
import { ANY_ENTRY, listScopeTokens, type SearchScope } from "./token-filter";

/** A query for the FTS5 table of tokens. */
export interface MatchExpression {
  expression: string;
  /** Everything it finds is what the query looks for; else the texts of what it finds have to be looked into. */
  exact: boolean;
}

/** What finds at least all entries that `query` looks for, within the scope. Works with `detail=none`: no phrases. */
export function makeMatchExpression(query: SearchQuery, scope: SearchScope = {}): MatchExpression {
  const wanted = query.all.map(findTermTokens);
  const unwanted = query.none.map(findTermTokens);
  const parts = [...listScopeTokens(scope).map((tokens) => join(tokens.map(quote), "OR")), ...wanted.flatMap(printTerm)];
  const excluded = unwanted
    .flat()
    .filter(({ exact }) => exact)
    .flatMap(({ tokens }) => tokens);
  const positive = parts.length > 0 ? [...new Set(parts)].join(" AND ") : quote(ANY_ENTRY);
  return {
    expression: excluded.length > 0 ? `(${positive}) NOT (${excluded.map(quote).join(" OR ")})` : positive,
    exact: [...wanted, ...unwanted].flat().every(({ exact }) => exact),
  };
}

/** What of a term has to be there: tokens, or those of one of its ways of writing. */
function printTerm(ways: readonly TermTokens[]): string[] {
  if (ways.length === 1) return ways[0]!.tokens.map(quote);
  return [
    join(
      ways.map(({ tokens }) => join(tokens.map(quote), "AND")),
      "OR",
    ),
  ];
}

function join(parts: readonly string[], operator: "AND" | "OR"): string {
  return parts.length === 1 ? parts[0]! : `(${parts.join(` ${operator} `)})`;
}

/** A token as an FTS5 string; tokens hold no quote. */
function quote(token: string): string {
  return `"${token}"`;
}
