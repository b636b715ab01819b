/** What a link led to. */
export const HIGHLIGHT = "target:bg-mark target:outline-8 target:outline-mark";
