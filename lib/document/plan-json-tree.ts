import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { nameCodePoint, STAND_IN, UNPRINTABLE } from "@/lib/domain/characters";
import { LIMITS } from "@/lib/domain/limits";
import type { Span } from "@/lib/domain/place";
import { type LineIndex, spanBetween } from "./position";

/** A JSON text as a value, with the span of each scalar and of each key by JSON Pointer. */
export interface JsonTree {
  value: unknown;
  spans: Map<string, Span>;
  keySpans: Map<string, Span>;
  /** Values with characters that no text holds, by JSON Pointer; 〓 stands there for them. */
  unprintable: Map<string, string[]>;
}

/** Why a text is no JSON that can be taken whole, and where. */
export interface JsonProblem {
  rule: "json-syntax" | "json-duplicate-key" | "json-character" | "json-too-large";
  reason: string;
  span: Span;
}

const SYNTAX_REASONS: Record<string, string> = {
  InvalidSymbol: "使えない記号があります",
  InvalidNumberFormat: "数値の書き方が正しくありません",
  PropertyNameExpected: "項目名がありません",
  ValueExpected: "値がありません",
  ColonExpected: "コロン「:」がありません",
  CommaExpected: "コンマ「,」がありません",
  CloseBraceExpected: "閉じ括弧「}」がありません",
  CloseBracketExpected: "閉じ括弧「]」がありません",
  EndOfFileExpected: "末尾に余分な文字があります",
  InvalidCommentToken: "注釈は使えません",
  UnexpectedEndOfString: "文字列が閉じていません",
  InvalidEscapeCharacter: "使えないエスケープがあります",
  InvalidUnicode: "Unicode エスケープが正しくありません",
  InvalidCharacter: "文字列の中に制御文字があります",
};

/** U+2028 and U+2029 are JSON's own characters, and stay as a program wrote them. */
const BREAKS = /[\v\f\u0085]/g;

/** Why a text has too many values, or brackets too deep in each other, to be read. */
function findTokenExcess(text: string, lines: LineIndex): JsonProblem | null {
  const scanner = createScanner(text, true);
  let depth = 0;
  scanner.scan();
  for (let count = 1; scanner.getTokenLength() > 0; count++, scanner.scan()) {
    const sign = text[scanner.getTokenOffset()]!;
    if (sign === "{" || sign === "[") depth++;
    if (sign === "}" || sign === "]") depth--;
    if (depth <= LIMITS.depth && count <= LIMITS.tokens) continue;
    const span = spanBetween(lines, scanner.getTokenOffset(), scanner.getPosition());
    if (depth > LIMITS.depth) return { rule: "json-syntax", reason: `JSON として読めません：括弧の入れ子が深すぎます（上限は${LIMITS.depth}段）。`, span };
    return { rule: "json-too-large", reason: `JSON の値と記号が多すぎます（上限は${LIMITS.tokens}個）。`, span };
  }
  return null;
}

/**
 * Reads strict JSON with positions. Repeated keys, and characters that no text should hold, are problems too; other
 * controls are shown as 〓 and Word's and PDF's breaks as line breaks, as in a text.
 */
export function readJsonTree(text: string, lines: LineIndex): JsonTree | JsonProblem {
  const excess = findTokenExcess(text, lines);
  if (excess) return excess;
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const first = errors[0];
  if (first || !root) {
    const at = Math.min(first?.offset ?? 0, text.length);
    const span = spanBetween(lines, at, Math.min(at + (first?.length ?? 0), text.length));
    const reason = SYNTAX_REASONS[first ? printParseErrorCode(first.error) : "ValueExpected"] ?? "書き方が正しくありません";
    return { rule: "json-syntax", reason: `JSON として読めません：${reason}。`, span };
  }
  const spans = new Map<string, Span>();
  const keySpans = new Map<string, Span>();
  const unprintable = new Map<string, string[]>();
  let problem: JsonProblem | null = null;
  const spanOf = ({ type, offset, length }: Node) =>
    type === "string" ? spanBetween(lines, offset + 1, offset + length - 1) : spanBetween(lines, offset, offset + length);

  const walk = (node: Node, pointer: string): unknown => {
    if (node.type === "array") return node.children!.map((child, index) => walk(child, `${pointer}/${index}`));
    if (node.type !== "object") {
      if (node.value !== null) spans.set(pointer, spanOf(node));
      if (typeof node.value === "string" && /\0|\p{Surrogate}/u.test(node.value)) {
        const character = nameCodePoint(/\0|\p{Surrogate}/u.exec(node.value)![0]);
        problem ??= {
          rule: "json-character",
          reason: `文字列に使えない文字 ${character}（NUL、または対にならないサロゲート）があります。`,
          span: spanOf(node),
        };
      }
      if (typeof node.value !== "string") return node.value;
      const value = node.value.replace(BREAKS, "\n");
      const characters = new Set(value.match(UNPRINTABLE));
      if (characters.size === 0) return value;
      unprintable.set(pointer, [...characters].map(nameCodePoint));
      return value.replace(UNPRINTABLE, STAND_IN);
    }
    const value: Record<string, unknown> = {};
    for (const { children } of node.children!) {
      const [key, child] = children as [Node, Node];
      const name = key.value as string;
      const childPointer = `${pointer}/${escapeKey(name)}`;
      if (Object.hasOwn(value, name)) {
        problem ??= { rule: "json-duplicate-key", reason: `項目「${name}」が重複しています。`, span: spanOf(key) };
      }
      keySpans.set(childPointer, spanOf(key));
      // defineProperty, because assigning to a key named __proto__ would lose it.
      Object.defineProperty(value, name, { value: walk(child, childPointer), enumerable: true, configurable: true, writable: true });
    }
    return value;
  };
  const value = walk(root, "");
  return problem ?? { value, spans, keySpans, unprintable };
}

/** A path of keys as JSON Pointer (RFC 6901). */
export function toPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${escapeKey(String(key))}`).join("");
}

function escapeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
