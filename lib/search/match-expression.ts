import type { SearchQuery } from "./query";
import { findTermTokens } from "./token";
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
  const all = new Set(wanted.flatMap(({ tokens }) => tokens));
  const parts = [
    ...listScopeTokens(scope).map((tokens) => (tokens.length > 1 ? `(${tokens.map(quote).join(" OR ")})` : quote(tokens[0]!))),
    ...[...all].map(quote),
  ];
  const excluded = unwanted.filter(({ exact }) => exact).flatMap(({ tokens }) => tokens);
  const positive = parts.length > 0 ? parts.join(" AND ") : quote(ANY_ENTRY);
  return {
    expression: excluded.length > 0 ? `(${positive}) NOT (${excluded.map(quote).join(" OR ")})` : positive,
    exact: [...wanted, ...unwanted].every(({ exact }) => exact),
  };
}

/** A token as an FTS5 string; tokens hold no quote. */
function quote(token: string): string {
  return `"${token}"`;
}
