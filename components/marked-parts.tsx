import type { ExcerptPart } from "@/lib/domain/search";

/** An excerpt with what was looked for marked. */
export function MarkedParts({ parts }: { parts: readonly ExcerptPart[] }) {
  return parts.map((part, index) => (part.marked ? <mark key={index}>{part.text}</mark> : part.text));
}
