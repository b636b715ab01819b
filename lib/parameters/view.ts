import type { CardSize } from "@/lib/charts/card-layout";
import type { CarriedFate, Move } from "@/lib/charts/carried-on/model";
import type { ChartGrouping, ChartUnit } from "@/lib/charts/contract";
import type { Theme } from "@/lib/charts/drawing-style";
import type { ChartName } from "@/lib/charts/registry";
import type { Level, LinkKind } from "@/lib/domain/continuation";
import type { Status } from "@/lib/domain/decision";
import type { GoalFilter } from "@/lib/domain/goal-filter";
import type { Rating } from "@/lib/domain/plan";
import type { Language } from "@/lib/texts/language";

export const COUNTED_UNITS = ["goals", "targets"] as const;
export const MEASURES = ["count", "share"] as const;
export const GROUPINGS = ["area", "policy-goal", "department"] as const;
export const SORT_KEYS = ["year", "number", "title", "area", "policy-goal", "department", "unit", "rating"] as const;
export const DIRECTIONS = ["asc", "desc"] as const;
export const LEVELS = ["goal", "initiative"] as const satisfies readonly Level[];
export const FATES = ["continuing", "ended", "new"] as const satisfies readonly CarriedFate[];
export const MOVES = ["up", "same", "down", "outside"] as const satisfies readonly Move[];
export const STATUSES = ["proposed", "confirmed", "added", "rejected"] as const satisfies readonly Status[];
export const SEARCH_SCOPES = ["municipality", "all"] as const;
export const PICTURE_SIZES = ["og", "16x9", "square"] as const satisfies readonly CardSize[];
/** What heads the columns of files: their names for programs, or what they are called in Japanese or English. */
export const HEADERS = ["name", "ja", "en"] as const;
export const THEMES = ["auto", "light", "dark"] as const satisfies readonly Theme[];

export type SortKey = (typeof SORT_KEYS)[number];
export type Header = (typeof HEADERS)[number];
export type Direction = (typeof DIRECTIONS)[number];

/** Which goals, items and links to take. An absent field takes all. */
export interface ViewFilter extends GoalFilter {
  kinds?: LinkKind[];
  statuses?: Status[];
}

/**
 * All that an address of the site can ask for. Each place (a page, a chart, a file) takes some of it and leaves the
 * rest at what is usual; `lib/parameters` says which, and how each is written.
 */
export interface View {
  filter: ViewFilter;
  /** What is counted. */
  of: ChartUnit;
  measure: (typeof MEASURES)[number];
  /** `null` for what is usual for the plans shown: lib/charts/usual-grouping.ts. */
  by: ChartGrouping | null;
  level: Level;
  /** Fiscal years between which something is followed; `null` for the first, and for the leading one. */
  from: number | null;
  to: number | null;
  /** What became of it, and how its rating moved; `null` for any. */
  fate: CarriedFate | null;
  move: Move | null;
  /** Fiscal year from which on what was carried on stands out; `null` where nothing is dimmed for it. */
  carried: number | null;
  /** Id of a goal, or a rating, that stands out in a chart, where all else is dimmed; `null` for none. */
  focus: string | null;
  /** What it was rated in the first of these years, and in the later one, as documents write it; `none` for not rated, `null` for any. */
  before: Rating | null;
  after: Rating | null;
  sort: SortKey;
  /** `null` for what is usual for the sort. */
  direction: Direction | null;
  /** What a reader looks for. */
  q: string;
  within: (typeof SEARCH_SCOPES)[number];
  /** From 1. */
  page: number;
  /** Id of the goal that is told of: by a chart of one goal, or by a panel beside a chart; `null` for none. */
  goal: string | null;
  chart: ChartName;
  theme: Theme;
  language: Language;
  /** What heads the columns of a file of rows. */
  header: Header;
  /** Pixels that a chart is laid out for; `null` for what fits the reader's room. */
  width: number | null;
  /** Pixels that it keeps to from top to bottom; `null` for as many as it needs. */
  height: number | null;
  /** Image pixels for each of them. */
  scale: number;
  /** The shape of a picture for other programs, which then has neither width, height nor scale of its own; `null` for its natural one. */
  size: CardSize | null;
  /** An embedded page shows its title; else only those hear it who cannot see the page that holds it. */
  title: boolean;
  /** The page tells its height to the page that holds it, if that has `/embed/v1.js`, and else is as with `fit`. */
  resize: boolean;
  /** The page is laid out to stand whole in the frame that holds it. */
  fit: boolean;
  /** A dataset's id; `null` for the newest. */
  dataset: string | null;
}

/** What leaves a frame's height to whoever makes it. */
export const UNTOLD = { resize: false, fit: false } as const satisfies Partial<View>;

/** What makes an address one for no frame. */
export const UNFRAMED = { title: true, ...UNTOLD } as const satisfies Partial<View>;

/** What leaves all rows of what was carried on. */
export const ALL_ROWS = { fate: null, move: null, before: null, after: null } as const satisfies Partial<View>;

/** What is shown where an address asks for nothing. */
export const USUAL_VIEW: View = {
  filter: {},
  of: "goals",
  measure: "count",
  by: null,
  level: "goal",
  from: null,
  to: null,
  ...ALL_ROWS,
  carried: null,
  focus: null,
  sort: "year",
  direction: null,
  q: "",
  within: "municipality",
  page: 1,
  goal: null,
  chart: "rating-distribution",
  theme: "auto",
  language: "ja",
  header: "name",
  width: null,
  height: null,
  scale: 1,
  size: null,
  title: true,
  resize: false,
  fit: false,
  dataset: null,
};

/** The direction that a list sorted so has: as asked for, else years downwards and all else upwards. */
export function directionOf({ sort, direction }: Pick<View, "sort" | "direction">): Direction {
  return direction ?? usualDirection(sort);
}

export function usualDirection(sort: SortKey): Direction {
  return sort === "year" ? "desc" : "asc";
}
