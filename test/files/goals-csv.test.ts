import { describe, expect, it } from "vitest";
import { printGoalsCsv } from "@/lib/files/goals-csv";
import { makeGoal } from "../rows";

describe("printGoalsCsv", () => {
  const lines = (title: string) => printGoalsCsv([makeGoal({ title, targetRatings: ["A", null] })]).split("\r\n");

  it("begins with a byte order mark, ends its lines with CRLF and names its columns in ASCII", () => {
    const [head, row, rest] = lines("防災");
    expect(head).toMatch(/^\ufeffgoal_id,[\x20-\x7e]+$/);
    expect(row).toContain("2025-policy-promotion-1,柏原市,政策推進部,2025,令和7年度,evaluated,1,防災,");
    expect(rest).toBe("");
  });

  it("quotes what needs quoting and lets no text become a formula", () => {
    expect(lines('引用「"」、カンマ,')[1]).toContain('"引用「""」、カンマ,"');
    expect(lines("=1+1")[1]).toContain("'=1+1");
  });

  it("gives a reason for a missing rating", () => {
    expect(printGoalsCsv([makeGoal({ stage: "plan" })])).toContain("not_yet_evaluated");
    expect(printGoalsCsv([makeGoal({ overallRating: "A" })])).not.toContain("not_given");
  });
});
