import type { ReactNode } from "react";

interface NoticeProps {
  /** It tells of what the reader has just asked for. */
  status?: boolean;
  /** It is about the screen, and is left out on paper. */
  screen?: boolean;
  children: ReactNode;
}

/** Something that a reader should know before reading on. */
export function Notice({ status = false, screen = false, children }: NoticeProps) {
  return (
    <p role={status ? "status" : undefined} className={`border-l-4 border-notice-edge bg-notice px-4 py-2 ${screen ? "print:hidden" : ""}`}>
      {children}
    </p>
  );
}
