import Negotiator from "negotiator";

/** A coding that an answer may be sent in (RFC 9110 §8.4.1). */
export type Coding = "br" | "gzip" | "identity";

// Newer than the package's types.
type Choose = (available: readonly Coding[], options: { preferred: readonly Coding[] }) => Coding[];

/**
 * The coding of `available` that a reader's `Accept-Encoding` likes best (RFC 9110 §12.5.3); of those liked as well as
 * each other the first. `null` where it takes none of them.
 */
export function chooseCoding(accepted: string | undefined, available: readonly Coding[]): Coding | null {
  if (accepted === undefined) return "identity";
  const negotiator = new Negotiator({ headers: { "accept-encoding": accepted.toLowerCase().replace(/\bx-gzip\b/g, "gzip") } });
  return (negotiator.encodings as Choose).call(negotiator, available, { preferred: available })[0] ?? null;
}
