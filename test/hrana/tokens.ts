/** What a token allows. */
export type Right = "none" | "read" | "write";

/** The tokens that a server takes, with what each allows. */
export type Tokens = Readonly<Record<string, Right>>;

/** A refusal as libSQL's server words it (github.com/tursodatabase/libsql, `libsql-server/src/auth`). */
export interface Refusal {
  status: 401 | 403;
  message: string;
}

/** Why a request with that `Authorization` is refused; `null` where it is not, or where no token is asked for. */
export function findRefusal(tokens: Tokens | null, authorization: string | undefined, statements: readonly string[]): Refusal | null {
  if (!tokens) return null;
  const token = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
  if (token === undefined) return { status: 401, message: "Authentication failed: Expected authorization header but none given" };
  const right = tokens[token];
  if (!right) return { status: 401, message: "Authentication failed: The JWT is invalid" };
  if (right === "write") return null;
  const lacking = right === "none" ? "Read" : "Write";
  if (right === "read" && statements.every((sql) => READS.test(sql))) return null;
  return { status: 403, message: `Forbidden: Current session doesn't not have ${lacking} permission to namespace default` };
}

const READS = /^\s*(?:select|with|explain|begin|commit|rollback|pragma)\b|^\s*$/i;
