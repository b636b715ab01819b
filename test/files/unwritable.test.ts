import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import readExcelFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawImage, drawPicture, type PictureSource } from "@/app/_read/chart-picture";
import type { ChartRows } from "@/lib/charts/contract";
import { CHART_NAMES, CHARTS, type ChartName, describeChart } from "@/lib/charts/registry";
import type { GoalDetail } from "@/lib/domain/rows";
import { replaceUnwritable } from "@/lib/domain/writable-text";
import { printOEmbedXml } from "@/lib/embeds/oembed";
import { printFrame } from "@/lib/embeds/snippets";
import { printXlsx } from "@/lib/files/table-xlsx";
import { EXAMPLE_GOAL, exampleView } from "../chart-example";
import { readAllRows } from "../chart-rows";
import { createStore, ingest, REAL_DOCUMENTS, removeTemporary } from "../db/temporary-store";
import { runs } from "../whole";
import { parseXml } from "./parse-xml";
import { ANY_TABLE } from "./sheets";

/** Characters that XML 1.0 cannot hold, among them Word's line break (U+000B) and page break (U+000C). */
const LOST = ["\0", "\b", "\v", "\f", "\x1b", "\x1f", "\ufffe", "\uffff", "\ud800", "\udc00", "\udbff\u0041"];
/** Any UTF-16 at all: half surrogates, noncharacters, controls, and markup. */
const anyText = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...LOST, "]]>", "&", "<!--", "&#0;", "\r", "\n", "\t", "\x7f", "\x85", "\u2028", "\ufdd0", "\ufffd", "防災", "𠮷"),
        fc.string({ maxLength: 3 }),
      ),
      { maxLength: 8 },
    )
    .map((parts) => parts.join("")),
);

let data: ChartRows;
beforeAll(async () => {
  const { db } = await createStore();
  await ingest(db, REAL_DOCUMENTS);
  data = await readAllRows(db, () => EXAMPLE_GOAL);
});
afterAll(removeTemporary);

/** A goal with a text in the place of each of its own. */
function fill(goal: GoalDetail, text: string): GoalDetail {
  return {
    ...goal,
    ...{ title: text, department: text, policyArea: text, responsibleUnits: [text], overallRatingText: text },
    targetDetails: goal.targetDetails.map((target) => ({ ...target, text, achievement: text })),
    initiatives: goal.initiatives.map((initiative) => ({ ...initiative, text, responsibleUnit: text })),
  };
}

/** The real documents' chart with a text in the place of each title, area, pillar, department and municipality (架空). */
function describeWith(name: ChartName, text: string): PictureSource {
  const facts = describeChart(
    CHARTS[name],
    {
      plans: data.plans.map((plan) => ({
        ...plan,
        department: text,
        municipality: text,
        title: text,
        ratingScale: plan.ratingScale.map((each) => ({ ...each, label: text })),
      })),
      goals: data.goals.map((goal) => ({
        ...goal,
        title: text,
        department: text,
        policyArea: text,
        policyGoal: { code: text, name: text },
        targets: goal.targets.map((target) => ({ ...target, text })),
      })),
      goal: fill(data.goal!, text),
      origins: data.origins!.map((goal) => fill(goal, text)),
      history: { ...data.history, items: data.history.items.map((item) => ({ ...item, text, department: text, municipality: text })) },
    },
    exampleView(name),
  );
  return { facts, source: `出典：${text}`, view: { width: null, height: null, theme: "auto", scale: 1, size: null } };
}

describe("replaceUnwritable", () => {
  it("shows each character that XML cannot hold as 〓, and leaves all others", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = replaceUnwritable(text);
        expect(parseXml(`<a>${written.replace(/[<&>]/g, "")}</a>`)).toBeDefined();
        expect([...written].length).toBe([...text].length);
        expect([...text].filter((letter, at) => [...written][at] !== letter).every((letter) => /[\p{Cc}\p{Cs}\p{Cn}\ufffd]/u.test(letter))).toBe(true);
      }),
      { numRuns: runs(500) },
    );
    expect(replaceUnwritable(`一${LOST.join("二")}三`)).toBe(`一${LOST.map((lost) => lost.replace(/^[^]/, "〓")).join("二")}三`);
    expect(replaceUnwritable("\t\n\r 防災\u{20bb7}\u2028<&>")).toBe("\t\n\r 防災\u{20bb7}\u2028<&>");
  });
});

describe.each(CHART_NAMES)("%s with any text in its documents", (name) => {
  it("is an SVG that XML parsers read", { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => void parseXml((await drawPicture(describeWith(name, text))).svg)),
      { numRuns: runs(25), examples: LOST.map((lost) => [`前${lost}後`]) },
    );
  });

  it("is a PNG", { timeout: 120_000 }, async () => {
    for (const text of [LOST.join("二"), ...fc.sample(anyText, 3)]) {
      const png = Buffer.from(await drawImage(describeWith(name, text)));
      expect(png.subarray(1, 4).toString()).toBe("PNG");
    }
  });

  it("has an oEmbed answer that XML parsers read", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { title } = describeWith(name, text).facts;
        const texts = parseXml(
          printOEmbedXml({
            version: "1.0",
            type: "rich",
            title,
            provider_name: "あゆみ",
            provider_url: "https://ayumi.example",
            html: printFrame({ url: "https://ayumi.example/embed/x", title, height: 1 }),
            width: 1,
            height: 1,
            thumbnail_url: "",
            thumbnail_width: 1,
            thumbnail_height: 1,
            cache_age: 1,
          }),
        );
        expect(texts).toContain(replaceUnwritable(title).replace(/\r\n?/g, "\n"));
      }),
      { numRuns: runs(50), examples: LOST.map((lost) => [lost]) },
    );
  });
});

it("a workbook of any text is XML in each of its parts, and opens", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 1, maxLength: 4 }), async (texts) => {
      const rows = texts.map((text) => [text, 1]);
      const file = await printXlsx({ table: ANY_TABLE, total: rows.length, read: () => rows }, rows, [["出典", texts[0]!]]);
      for (const [part, bytes] of Object.entries(unzipSync(file))) if (/\.(?:xml|rels)$/.test(part)) parseXml(strFromU8(bytes));
      const [{ data: read } = { data: [] }] = await readExcelFile(Buffer.from(file), { trim: false });
      expect(read.length).toBe(rows.length + 1);
    }),
    { numRuns: runs(25), examples: [[LOST]] },
  );
});
