import type { RatingTone } from "@/lib/domain/rating/tone";

/** How a stretch of a text looks beside that of another year: gone, new, in both. */
export type StretchLook = "removed" | "added" | "shared";

/** A line of text; `y` is its baseline. Pixels from the drawing's top left. */
export interface PlacedLine {
  x: number;
  y: number;
  size: number;
  text: string;
  what: "strong" | "plain" | "soft";
  /** Of a line that is not one in its looks, its stretches, which make up the text. */
  stretches?: readonly { text: string; look: StretchLook | null }[];
}

/** A rating's letter on its colour. */
export interface PlacedBadge {
  x: number;
  y: number;
  size: number;
  tone: RatingTone;
  text: string;
}

/** What belongs together, and the goal that it leads to, if any. `name` tells it to those who cannot see it. */
export interface PlacedEntry {
  key: string;
  goalId: string | null;
  /** JSON Pointer of the goal's field that it stands for, if it is one (`/targets/0/text`). */
  pointer?: string;
  name: string;
  badge: PlacedBadge | null;
  lines: PlacedLine[];
  /** Another stands out. */
  dimmed?: true;
}

/** A drawing that is made of badges and lines of text. */
export interface TextDrawing {
  width: number;
  height: number;
  entries: PlacedEntry[];
}
