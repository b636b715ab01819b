import type { Message } from "@/lib/domain/message";

/**
 * `file:line:column rule reason`; `file:表3 2行 rule reason` where the file is no text and its lines have such `places`. A
 * message that is about no place stands at the file's first character.
 */
export function describeMessage(file: string, { span, rule, reason }: Message, places: readonly string[] | null = null): string {
  const place = (span && places?.[span.start.line - 1]) ?? `${span?.start.line ?? 1}:${span?.start.column ?? 1}`;
  return `${file}:${place} ${rule} ${reason.replace(/\s*[\r\n]+\s*/g, " ")}`;
}
