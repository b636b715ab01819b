import { describe, expect, it } from "vitest";
import { readQuery } from "@/lib/query-parameters";
import { RequestError } from "@/lib/request-error";

const SHAPE = { single: ["theme", "dataset"], multiple: ["year"] };
const read = (search: string) => readQuery(`http://localhost/x${search}`, SHAPE);

function refusal(search: string) {
  try {
    read(search);
  } catch (error) {
    if (error instanceof RequestError) return { status: error.status, ...error.toJSON().error };
    throw error;
  }
  throw new Error(`${search} was read`);
}

describe("readQuery", () => {
  it("reads what the shape holds", () => {
    expect(read("?theme=dark&year=2021&year=2025")).toEqual({ theme: "dark", year: ["2021", "2025"] });
    expect(read("")).toEqual({});
  });

  it.each([
    ["?callback=x", "unknown_parameter", 400, "callback"],
    ["?theme=light&theme=dark", "repeated_parameter", 400, "theme"],
    ["?theme=%A0", "invalid_encoding", 400, null],
    [`?theme=${"x".repeat(201)}`, "invalid_value", 400, "theme"],
    [`?theme=${"x".repeat(65_536)}`, "query_too_long", 414, null],
  ])("refuses %.40s", (search, code, status, parameter) => {
    expect(refusal(search)).toMatchObject({ code, status, parameter });
  });

  it("quotes no line break and nothing long in its message", () => {
    const { message } = refusal(`?${encodeURIComponent("a\nb".repeat(40))}=1`);
    expect(message).not.toContain("\n");
    expect(message.length).toBeLessThan(120);
  });
});
