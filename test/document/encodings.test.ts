import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { readDocument } from "@/lib/document/read";
import type { Encoding, Newline } from "@/lib/domain/reading";

const MUNICIPALITY = "柏原市";
const NAMES = ["2021-policy-promotion", "2025-policy-promotion"];
const ENCODINGS: [Encoding, (text: string) => Uint8Array][] = [
  ["utf-8", (text) => Buffer.from(text)],
  ["utf-8-bom", (text) => Buffer.from(`\ufeff${text}`)],
  ["utf-16le", (text) => iconv.encode(text, "utf-16le", { addBOM: true })],
  ["utf-16be", (text) => iconv.encode(text, "utf-16be", { addBOM: true })],
  ["shift_jis", (text) => iconv.encode(text, "cp932")],
  ["euc-jp", (text) => iconv.encode(text, "euc-jp")],
];
const NEWLINES: [Newline, (text: string) => string][] = [
  ["lf", (text) => text],
  ["crlf", (text) => text.replaceAll("\n", "\r\n")],
  ["cr", (text) => text.replaceAll("\n", "\r")],
  ["mixed", (text) => text.replace("\n", "\r\n").replace("\n", "\r")],
];

function readText(name: string): string {
  return readFileSync(new URL(`../../db/documents/${name}.txt`, import.meta.url), "utf8");
}

function read(bytes: Uint8Array) {
  return readDocument(bytes, { municipality: MUNICIPALITY });
}

describe.each(NAMES)("%s", (name) => {
  const text = readText(name);
  const original = read(Buffer.from(text));

  it.each(ENCODINGS.flatMap(([encoding, encode]) => NEWLINES.map(([newline, set]) => ({ encoding, newline, encode, set }))))(
    "gives the same plan in $encoding with $newline",
    ({ encoding, newline, encode, set }) => {
      const reading = read(encode(set(text)));
      expect(reading.encoding).toBe(encoding);
      expect(reading.newline).toBe(newline);
      expect(reading.plans.map(({ plan }) => plan)).toEqual(original.plans.map(({ plan }) => plan));
      expect(reading.coverage).toEqual(original.coverage);
      expect(reading.text).toBe(set(text));
    },
  );
});

describe("a file that is no document", () => {
  const rule = (bytes: Uint8Array) => {
    const reading = read(bytes);
    expect(reading.plans).toEqual([]);
    expect(reading.lines).toHaveLength(reading.coverage.lines);
    return reading.messages.filter(({ severity }) => severity === "error").map((message) => message.rule);
  };
  const text = readText("2025-policy-promotion");

  it("is refused when empty or blank", () => {
    expect(rule(new Uint8Array())).toEqual(["empty-file"]);
    expect(rule(Buffer.from(" \n\t\r\n　\n"))).toEqual(["blank-file"]);
    expect(rule(Buffer.from("\ufeff"))).toEqual(["blank-file"]);
  });

  it("is refused when binary", () => {
    expect(rule(Buffer.concat([Buffer.from(text), Buffer.from([0, 1, 2])]))).toEqual(["binary-file"]);
    expect(rule(Buffer.from([0x50, 0x4b, 3, 4, 0x14, 0, 6, 0, 8, 0, 0xff]))).toEqual(["binary-file"]);
    expect(rule(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x10, 0x4a, 0x46]))).toEqual(["unknown-encoding"]);
    expect(rule(Buffer.from("\x01\x02\x03\x04令和7年度"))).toEqual(["binary-file"]);
  });

  it("is refused at once when far too large or with far too long a line", () => {
    const start = process.cpuUsage();
    expect(rule(Buffer.alloc(50_000_000, "あ"))).toEqual(["too-large"]);
    expect(rule(Buffer.alloc(7_000_000, "あ"))).toEqual(["line-too-long"]);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(2);
  });

  it("is refused when it has no plan, year or department, quoting what it begins with", () => {
    expect(rule(Buffer.from("買い物メモ\n牛乳\n卵\n"))).toEqual(["no-plan"]);
    expect(rule(Buffer.from(text.replaceAll("令和7年度", "")))).toEqual(["year-unknown"]);
    const nameless = text.replace("政策推進部の", "").replace(/^部\t政策推進部.*$/gm, "");
    expect(rule(Buffer.from(nameless))).toEqual(["department-unknown"]);
    expect(read(Buffer.from("買い物メモ\n")).messages[0]?.reason).toContain("「買い物メモ」");
  });

  it("keeps a stray end-of-file mark and a page break out of the text", () => {
    const reading = read(Buffer.from(`${text}\n\x1a\n\f\n`));
    expect(reading.plans.map(({ plan }) => plan)).toEqual(read(Buffer.from(text)).plans.map(({ plan }) => plan));
  });
});
