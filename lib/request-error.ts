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

/** `message` is one Japanese sentence that quotes the value; `parameter` names the query parameter at fault, if one is. */
export class RequestError extends Error {
  readonly status: number;

  constructor(
    readonly code: RequestErrorCode,
    message: string,
    readonly parameter: string | null = null,
  ) {
    super(message);
    this.status = STATUSES[code];
  }

  /** The one shape that every error of the API has. */
  toJSON(): { error: { code: RequestErrorCode; message: string; parameter: string | null } } {
    return { error: { code: this.code, message: this.message, parameter: this.parameter } };
  }
}
