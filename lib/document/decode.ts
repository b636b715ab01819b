import { nameCodePoint } from "@/lib/domain/characters";
import type { Encoding, Newline } from "@/lib/domain/reading";
import type { Refusal } from "./rules";

export interface DecodedText {
  encoding: Encoding;
  newline: Newline;
  /** Without byte order mark. Empty where the bytes could not be read as text. */
  text: string;
  refusal: Refusal | null;
}

/** Reads bytes as text in one of the known encodings, or says why they are no text of a document. */
export function decodeText(bytes: Uint8Array): DecodedText {
  const refuse = (refusal: Refusal, encoding: Encoding = "utf-8"): DecodedText => {
    return { encoding, newline: "none", text: "", refusal };
  };
  if (bytes.length === 0) return refuse({ rule: "empty-file", args: [] });

  const decoded = decodeBytes(bytes);
  if (!decoded) return refuse(bytes.includes(0) ? { rule: "binary-file", args: [] } : { rule: "unknown-encoding", args: [] });
  const { encoding, text } = decoded;
  const control = findControl(text);
  if (control) return refuse({ rule: "binary-file", args: [nameCodePoint(control)] }, encoding);
  const refusal: Refusal | null = /\S/.test(text) ? null : { rule: "blank-file", args: [] };
  return { encoding, newline: findNewline(text), text, refusal };
}

function decodeBytes(bytes: Uint8Array): { encoding: Encoding; text: string } | null {
  const marks: [Encoding, string, number[]][] = [
    ["utf-8-bom", "utf-8", [0xef, 0xbb, 0xbf]],
    ["utf-16le", "utf-16le", [0xff, 0xfe]],
    ["utf-16be", "utf-16be", [0xfe, 0xff]],
  ];
  for (const [encoding, label, mark] of marks) {
    if (!startsWith(bytes, mark)) continue;
    const text = tryDecode(bytes.subarray(mark.length), label);
    return text === null ? null : { encoding, text };
  }
  const wide = bytes.includes(0) ? decodeUnmarked(bytes) : null;
  if (wide) return wide;
  const unicode = tryDecode(bytes, "utf-8");
  if (unicode !== null) return { encoding: "utf-8", text: unicode };
  const candidates = (["shift_jis", "euc-jp"] as const).flatMap((encoding) => {
    const text = tryDecode(bytes, encoding);
    return text === null ? [] : [{ encoding, text, doubt: shareOfUnlikely(text) }];
  });
  return candidates.sort((one, other) => one.doubt - other.doubt)[0] ?? null;
}

/** UTF-16 without its mark, as some programs leave it: nearly all of its units are signs that texts are of. */
function decodeUnmarked(bytes: Uint8Array): { encoding: Encoding; text: string } | null {
  if (bytes.length % 2 === 1) return null;
  for (const encoding of ["utf-16le", "utf-16be"] as const) {
    const text = tryDecode(bytes, encoding);
    if (text === null || text.includes("\0")) continue;
    const usual = text.match(/[\t\n\r\x20-\x7e\u3000-\u30ff\u4e00-\u9fff\uff00-\uff9f]/g)?.length ?? 0;
    if (usual > text.length * 0.9) return { encoding, text };
  }
  return null;
}

function tryDecode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Share of half-width katakana and private-use characters, which the wrong one of two decodings is full of. */
function shareOfUnlikely(text: string): number {
  const unlikely = text.match(/[\uff61-\uff9f\ue000-\uf8ff\ufffd\u0080-\u009f]/g)?.length ?? 0;
  return unlikely / Math.max(1, text.length);
}

/** The first control character of a text that is none for having so many, or a NUL. */
function findControl(text: string): string | null {
  if (text.includes("\0")) return "\0";
  const controls = text.match(/[\x01-\x08\x0e-\x1f\x7f]/g) ?? [];
  return controls.length > 2 && controls.length > text.length / 200 ? controls[0]! : null;
}

function findNewline(text: string): Newline {
  const found = new Set<string>();
  for (const match of text.matchAll(/\r\n|\n|\r/g)) {
    found.add(match[0]);
    if (found.size > 1) return "mixed";
  }
  if (found.size === 0) return "none";
  return found.has("\r\n") ? "crlf" : found.has("\n") ? "lf" : "cr";
}

function startsWith(bytes: Uint8Array, mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
