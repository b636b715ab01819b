import { expect } from "vitest";

/** A sentence or more without Japanese, but for what it quotes and a year of the era. */
export const ENGLISH = /^(?:[^\u3041-\u30ff\u4e00-\u9fff]|“[^”]*”|令和7)+\.$/;

/** What an error of the API looks like. */
export function errorAnswer(code: string, parameter: string | null): object {
  return { error: { code, message: expect.stringMatching(/[^\x00-\x7f]+。$/) as string, message_en: expect.stringMatching(ENGLISH) as string, parameter } };
}
