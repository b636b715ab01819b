/** Languages that charts, embeds and data speak; pages and what documents say are Japanese. */
export const LANGUAGES = ["ja", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
