import type { Message } from "@/lib/domain/message";

/** `file:line:column rule reason`. A message that is about no place stands at the file's first character. */
export function describeMessage(file: string, { span, rule, reason }: Message): string {
  return `${file}:${span?.start.line ?? 1}:${span?.start.column ?? 1} ${rule} ${reason.replace(/\s*[\r\n]+\s*/g, " ")}`;
}
