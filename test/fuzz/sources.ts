import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { printPlanJson } from "@/lib/document/plan-json";
import { readDocument } from "@/lib/document/read";
import type { Random } from "./mutate";

const encoder = new TextEncoder();
const TEXTS = ["2021-policy-promotion", "2025-policy-promotion"].map((name) =>
  readFileSync(new URL(`../../db/documents/${name}.txt`, import.meta.url), "utf8"),
);

/** The real documents in each encoding, and as plan JSON. */
const WHOLE: Uint8Array[] = TEXTS.flatMap((text) => [
  encoder.encode(text),
  iconv.encode(text, "shift_jis"),
  iconv.encode(text, "euc-jp"),
  iconv.encode(text, "utf-16le", { addBOM: true }),
  iconv.encode(text, "utf-16be", { addBOM: false }),
  encoder.encode(text.replaceAll("\n", "\r\n")),
  encoder.encode(
    text
      .split("\n")
      .map((line) => (line.includes("\t") ? `| ${line.replaceAll("\t", " | ")} |` : line))
      .join("\n"),
  ),
  ...readDocument(encoder.encode(text), { municipality: "柏原市" }).plans.map(({ plan }) => encoder.encode(printPlanJson(plan))),
]);

const LINES = TEXTS.map((text) => text.split("\n"));

/** A document to damage: one in ten times a whole one, else its title and some of its lines, which are read faster. */
export function pickSource(random: Random): Uint8Array {
  if (random() < 0.1) return WHOLE[Math.floor(random() * WHOLE.length)]!;
  const lines = LINES[Math.floor(random() * LINES.length)]!;
  const start = Math.floor(random() * lines.length);
  return encoder.encode([...lines.slice(0, 2), ...lines.slice(start, start + 3 + Math.floor(random() * 40))].join("\n"));
}
