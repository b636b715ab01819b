export type Json = Record<string, unknown>;

/** The components that every answer of the description refers to: its errors and its headers. */
export const ANSWERS: Json = {
  responses: {
    Error: { description: "求めに応じられない理由", content: { "application/json": { schema: reference("schemas", "Error") } } },
    ErrorPage: { description: "求めに応じられない理由を一文で示すページ", content: { "text/html": {} } },
  },
  headers: {
    "X-Total-Count": { description: "条件に合う行の総数", schema: { type: "integer", minimum: 0 } },
    Link: { description: '続きがあるときの、そのアドレス（rel="next"）', schema: { type: "string" } },
    ETag: { description: "内容の印。If-None-Match に指定すると、変わっていなければ304が返る", schema: { type: "string" } },
  },
};

/** The answers of a path: what was asked for in the media types given, and what every path may answer. `headers` are named in `ANSWERS`. */
export function answers(content: Json, headers: string[] = []): Json {
  const named = [...headers, "ETag"].map((name) => [name, reference("headers", name)]);
  const error = reference("responses", "text/html" in content ? "ErrorPage" : "Error");
  return {
    200: { description: "求めたもの", headers: Object.fromEntries(named), content },
    304: { description: "If-None-Match に指定したものから変わっていない" },
    400: error,
    404: error,
    405: error,
    414: error,
    431: { description: "アドレスやヘッダーが長すぎて読めない。内容はない" },
    503: error,
  };
}

/** A component of the description. */
export function reference(kind: "schemas" | "parameters" | "responses" | "headers", name: string): Json {
  return { $ref: `#/components/${kind}/${name}` };
}

/** JSON Schema of what every error of the API says. */
export const ERROR_SCHEMA: Json = {
  title: "誤り",
  type: "object",
  properties: {
    error: {
      type: "object",
      properties: {
        code: { type: "string", description: "誤りの種類。プログラムはこれで判断する" },
        message: { type: "string", description: "人のための説明" },
        message_en: { type: "string", description: "同じ説明の英語" },
        parameter: { type: ["string", "null"], description: "誤りのある指定の名前" },
      },
      required: ["code", "message", "message_en", "parameter"],
      additionalProperties: false,
    },
  },
  required: ["error"],
  additionalProperties: false,
};
