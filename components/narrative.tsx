import { splitNarrative } from "@/lib/domain/narrative";
import type { Span } from "@/lib/domain/place";
import { documentHref } from "@/lib/urls";

/** A narrative value as paragraphs and lists. */
export function Narrative({ text }: { text: string }) {
  return (
    <div className="max-w-(--container-prose) space-y-2">
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
  return <LinesLink label={label} href={documentHref(documentId, dataset, span.start.line)} lines={formatLines(span)} />;
}

interface BlockSourceProps extends Omit<SourceLinkProps, "spans"> {
  places: Readonly<Record<string, Span[]>>;
  /** JSON Pointers of the values that stand in the block. */
  pointers: readonly string[];
}

/** One link for values that are read as a block, to the first of their lines; nothing where no place is known. */
export function BlockSource({ label, documentId, places, pointers, dataset }: BlockSourceProps) {
  const spans = pointers.flatMap((pointer) => places[pointer]?.at(-1) ?? []).sort((a, b) => a.start.line - b.start.line);
  if (!spans[0]) return null;
  return <LinesLink label={label} href={documentHref(documentId, dataset, spans[0].start.line)} lines={joinLines(spans)} />;
}

function LinesLink({ label, href, lines }: { label: string; href: string; lines: string }) {
  return (
    <a className="inline-block text-sm text-ink-soft" href={href}>
      <span className="sr-only">{label}の</span>原文 {lines}
    </a>
  );
}

/** 155行 or 155–157行. */
function formatLines(span: Span): string {
  return `${printLines(span.start.line, span.end.line)}行`;
}

/** 150・155–157行: lines in order, those that touch as one stretch. */
function joinLines(spans: readonly Span[]): string {
  const stretches: [first: number, last: number][] = [];
  for (const { start, end } of spans) {
    const stretch = stretches.at(-1);
    if (stretch && start.line <= stretch[1] + 1) stretch[1] = Math.max(stretch[1], end.line);
    else stretches.push([start.line, end.line]);
  }
  return `${stretches.map(([first, last]) => printLines(first, last)).join("・")}行`;
}

function printLines(first: number, last: number): string {
  return first === last ? `${first}` : `${first}–${last}`;
}
