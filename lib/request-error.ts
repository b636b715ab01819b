import type { Language } from "./texts/language";
import type { Refusal } from "./texts/refusal-ja";
import { refusalTexts } from "./texts/refusal-texts";

/** Why a file or an API cannot answer a request: the reader's fault (4xx), or that there is nothing to read now (503). */
export type RequestErrorCode =
  | "unknown_parameter"
  | "repeated_parameter"
  | "invalid_value"
  | "invalid_encoding"
  | "invalid_request"
  | "query_too_long"
  | "not_found"
  | "unknown_dataset"
  | "method_not_allowed"
  | "not_acceptable"
  | "expectation_failed"
  | "not_implemented"
  | "too_busy"
  | "no_data";

const STATUSES: Record<RequestErrorCode, number> = {
  unknown_parameter: 400,
  repeated_parameter: 400,
  invalid_value: 400,
  invalid_encoding: 400,
  invalid_request: 400,
  query_too_long: 414,
  not_found: 404,
  unknown_dataset: 404,
  method_not_allowed: 405,
  not_acceptable: 406,
  expectation_failed: 417,
  not_implemented: 501,
  too_busy: 503,
  no_data: 503,
};

/** The one shape that every error of the API has. */
export interface ErrorAnswer {
  error: { code: RequestErrorCode | "unavailable"; message: string; message_en: string; parameter: string | null };
}

/** `message` is a sentence or two in Japanese that quote the value, and `say` gives the same in any language; `parameter` names the query parameter at fault, if one is. */
export class RequestError extends Error {
  readonly status: number;

  constructor(
    readonly code: RequestErrorCode,
    private readonly refusal: Refusal,
    readonly parameter: string | null = null,
  ) {
    super(refusal(refusalTexts("ja")));
    this.status = STATUSES[code];
  }

  say(language: Language): string {
    return this.refusal(refusalTexts(language));
  }

  toJSON(): ErrorAnswer {
    return { error: { code: this.code, message: this.message, message_en: this.say("en"), parameter: this.parameter } };
  }
}
