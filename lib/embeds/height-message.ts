/** Type and version of the message in which an embedded page tells its height, and of the one that asks for it. */
export const HEIGHT_MESSAGE = { type: "ayumi:height", asking: "ayumi:ask", version: 1 } as const;
