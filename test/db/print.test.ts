import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CommandError, runCommand } from "@/db/command";
import { runIngest } from "@/db/ingest/ingest-command";
import { createProgress } from "@/db/ingest/progress";
import { escapeText, printError, printText } from "@/db/print";
import { printPlanJson } from "@/lib/document/plan-json";
import { createFolder, makePlan, removeTemporary, writeFiles } from "./temporary-store";

afterEach(() => {
  vi.restoreAllMocks();
  removeTemporary();
});

/** What a terminal acts upon: controls but tab and newline, separators of lines, and turns of direction. */
const ACTING = /[^\P{Cc}\t\n]|[\p{Zl}\p{Zp}]|\p{Bidi_Control}/u;

/** All that is printed from now on. */
function listen(): () => string {
  let printed = "";
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((chunk) => ((printed += String(chunk)), true));
  }
  return () => printed;
}

describe("what is printed", () => {
  it("holds nothing that a terminal acts upon, whatever the text, and all else as it is", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom("\u001b", "[2J", "\u009b", "\u202e", "\u2066", "\r", "\n", "\t", "あ", "👩‍👧", "\u007f", "\0") }),
    );
    fc.assert(
      fc.property(text, (value) => {
        const shown = escapeText(value);
        expect(shown).not.toMatch(ACTING);
        if (!ACTING.test(value)) expect(shown).toBe(value);
        expect(JSON.parse(escapeText(JSON.stringify(value, null, 2)))).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  it("says what it is by its code", () => {
    const printed = listen();
    printText("\u001b[31m赤\u001b[0m\r\u009b2J\u202e");
    printError("\u0007\u2069\tx\ny");
    vi.restoreAllMocks();
    expect(printed()).toBe("\\u001b[31m赤\\u001b[0m\\u000d\\u009b2J\\u202e\n\\u0007\\u2069\tx\ny\n");
  });
});

describe("a command shows by its code", () => {
  it.each([[[]], [["--json"]]])("what a document or its name holds (ingest --check %j)", async (options) => {
    const folder = createFolder();
    const evil = "\u001b]0;題\u0007\u202e";
    const plan = makePlan({
      department: `総務${evil}部`,
      ratingScale: [],
      priorityGoals: [{ ...makePlan().priorityGoals[0]!, overallRating: `\u001b[2J${evil}` }],
    });
    const files = writeFiles(folder, {
      [`a${evil}\nb.json`]: printPlanJson(plan),
      "c\u009b.txt": `令和7年度 ${evil}の運営方針\n\u001b[31m何か\n`,
      "d.json": `{"format":"ayumi-plan/1","\u001b[31m${evil}":1}`,
    });
    const printed = listen();
    await runIngest(["--check", ...options, ...files]);
    vi.restoreAllMocks();
    expect(printed()).not.toMatch(ACTING);
    expect(printed()).toContain("\\u001b");
    if (options.length === 0) expect(printed()).toMatch(/a\\u001b\]0;題\\u0007\\u202e\\nb\.json/);
    else expect((JSON.parse(printed()) as { file: string }[])[0]!.file).toContain(`a${evil}\nb.json`);
  });

  it("what an error says, known or not, and the progress", async () => {
    const printed = listen();
    expect(await runCommand(() => Promise.reject(new CommandError("\u001b[2J", 2)))).toBe(2);
    expect(await runCommand(() => Promise.reject(new Error("unknown \u001b[2J")))).toBe(1);
    createProgress(1).step(["\u001b[2J"]);
    vi.restoreAllMocks();
    expect(printed()).not.toMatch(ACTING);
    expect(printed().match(/\\u001b\[2J/g)!.length).toBeGreaterThanOrEqual(3);
  });
});
