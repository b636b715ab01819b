import type { parseDocument } from "htmlparser2";

/** A picture's markup as a tree. */
export type PictureTree = ReturnType<typeof parseDocument>;
export type Element = Extract<PictureTree["children"][number], { attribs: Record<string, string> }>;
