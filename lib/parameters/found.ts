import { MUNICIPALITY } from "./filters";
import { definePlace } from "./place";

/** What tells programs of one municipality's data, and what each takes. */
export const FOUND = {
  catalogue: definePlace("/catalog.jsonld", [MUNICIPALITY]),
  feed: definePlace("/feed.atom", [MUNICIPALITY]),
} as const;
