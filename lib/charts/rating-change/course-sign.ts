import type { Course } from "./model";

/** What stands before a count, so that a rise and a fall are told without colour. */
export const COURSE_SIGNS: Record<Course, string> = { up: "↑", same: "→", down: "↓", outside: "", "not-rated": "", incomparable: "" };
