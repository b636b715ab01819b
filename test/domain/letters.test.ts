import { describe, expect, it } from "vitest";
import { splitLetters } from "@/lib/domain/letters";

describe("splitLetters", () => {
  it("keeps together what is read as one letter", () => {
    expect(splitLetters("か゚き")).toEqual(["か゚", "き"]);
    expect(splitLetters("👨‍👩‍👧👍🏽🇯🇵1️⃣葛󠄀e\u0301")).toEqual(["👨‍👩‍👧", "👍🏽", "🇯🇵", "1️⃣", "葛󠄀", "e\u0301"]);
    expect(splitLetters("𠮷野")).toEqual(["𠮷", "野"]);
    expect(splitLetters("")).toEqual([]);
  });
});
