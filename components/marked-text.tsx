import type { TextPlace } from "@/lib/domain/continuation";

/** A text with the stretches at `places` (offsets into it) marked; stretches that overlap are marked as one. */
export function MarkedText({ text, places }: { text: string; places: readonly Pick<TextPlace, "start" | "end">[] }) {
  const parts: { text: string; marked: boolean }[] = [];
  let end = 0;
  for (const place of [...places].sort((a, b) => a.start - b.start)) {
    const start = Math.max(place.start, end);
    if (place.end <= start) continue;
    if (start > end) parts.push({ text: text.slice(end, start), marked: false });
    parts.push({ text: text.slice(start, place.end), marked: true });
    end = place.end;
  }
  if (end < text.length) parts.push({ text: text.slice(end), marked: false });
  return <p className="whitespace-pre-line">{parts.map((part, index) => (part.marked ? <mark key={index}>{part.text}</mark> : part.text))}</p>;
}
