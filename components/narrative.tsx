import { splitNarrative } from "@/lib/domain/narrative";
import type { Span } from "@/lib/domain/place";
import { documentHref } from "@/lib/urls";

/** A narrative value as paragraphs and lists. */
export function Narrative({ text }: { text: string }) {
  return (
    <div className="max-w-prose space-y-2">
      {splitNarrative(text).map((block, index) =>
        block.kind === "paragraph" ? (
          <p key={index}>{block.text}</p>
        ) : (
          <ul key={index} className="list-disc pl-[1.1em]">
            {block.items.map((item, position) => (
              <li key={position}>{item}</li>
            ))}
          </ul>
        ),
      )}
    </div>
  );
}

interface SourceLinkProps {
  /** What the value is, for readers who hear the link alone: 達成状況 1. */
  label: string;
  documentId: string;
  spans: Span[] | undefined;
  dataset: string | null;
}

/** Link from a value to its lines in the source document; nothing where the place is not known. */
export function SourceLink({ label, documentId, spans, dataset }: SourceLinkProps) {
  const span = spans?.at(-1);
  if (!span) return null;
  return (
    <a className="inline-block text-sm text-ink-soft" href={documentHref(documentId, dataset, span.start.line)}>
      <span className="sr-only">{label}の</span>原文 {formatLines(span)}
    </a>
  );
}

/** 155行 or 155–157行. */
export function formatLines(span: Span): string {
  const { start, end } = span;
  return start.line === end.line ? `${start.line}行` : `${start.line}–${end.line}行`;
}
