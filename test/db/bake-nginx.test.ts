import { describe, expect, it } from "vitest";
import { bakedHref, parseAddress } from "@/db/bake/address";
import { printNginx } from "@/db/bake/nginx";

const ID = "a".repeat(64);
const RULES = [...printNginx(ID).matchAll(/^(?:if \((\$\w+) (=|~|~\*|!~) "(.*)"\) \{ )?set \$view (.*?);(?: \})?$/gm)].map(
  ([, variable, operator, pattern, value]) => ({ variable, operator, pattern: pattern!, value: value! }),
);

/** What nginx makes of `$view` for a request, by the printed rules in their order. */
function readView(uri: string, args: string): string {
  let view = "";
  for (const { variable, operator, pattern, value } of RULES) {
    const subject = { $uri: uri, $args: args, $view: view }[variable ?? ""] ?? "";
    const found =
      variable === undefined ? [""] : operator === "=" ? (subject === pattern ? [""] : null) : new RegExp(pattern, operator === "~*" ? "i" : "").exec(subject);
    if ((found !== null) !== (operator === "!~"))
      view = value
        .replace(/^""$/, "")
        .replace("$args", args)
        .replace(/\$(\d)/g, (_, at: string) => found?.[Number(at)] ?? "");
  }
  return view;
}

describe("what nginx looks for", () => {
  it.each(["year=2025", "year=2021&year=2025", "area=%E9%98%B2%E7%81%BD", "area=a.b", "year=2025&target-rating=B"])(
    "for ?%s is the folder that is baked for it, whether the dataset is named or not",
    (query) => {
      const { address } = parseAddress(`/goals?${query}`, ID)!;
      for (const args of [query, `${query}&dataset=${ID}`, `dataset=${ID}&${query}`])
        expect(`${readView("/goals", args)}/goals`).toBe(decodeURIComponent(bakedHref(address)));
    },
  );

  it("is the address itself where nothing else is asked", () => {
    for (const [uri, args] of [
      ["/goals", ""],
      ["/goals", `dataset=${ID}`],
      ["/q/year=2025/goals", "utm_source=x"],
      ["/icon.svg", "icon.1.svg"],
    ])
      expect([uri, args, readView(uri!, args!)]).toEqual([uri, args, ""]);
  });

  it.each([
    "../..",
    "..",
    "a/..",
    "/",
    "x/",
    "..%2f",
    "%2E%2e%2F",
    "%2e%2e",
    "%252e%252E%252f",
    "%25252f",
    "..\\..",
    "..%5c",
    "%5C",
    "x%00",
    "x%2500",
    "year=2025/../../..",
  ])("for ?%s is nothing, on any path and beside anything", (args) => {
    for (const each of [args, `year=2025&${args}`, `${args}&year=2025`, `${args}&dataset=${ID}`, `dataset=${ID}&${args}`]) {
      for (const uri of ["/passwd", "/goals", "/q/year=2025/goals", "/icon.svg"]) expect([uri, each, readView(uri, each)]).toEqual([uri, each, "/q/?"]);
    }
  });

  it.each([".", "...", "a b", "é", "sha256-0123", "x".repeat(201)])("for ?%s, which names no query's folder, is nothing", (args) => {
    for (const each of [args, `${args}&dataset=${ID}`, `dataset=${ID}&${args}`]) expect([each, readView("/goals", each)]).toEqual([each, "/q/?"]);
  });

  it("is refused by the rules that stand last", () => {
    expect(RULES.slice(-2).map(({ variable, operator, value }) => [variable, operator, value])).toEqual([
      ["$view", "!~", "/q/?"],
      ["$args", "~*", "/q/?"],
    ]);
    expect(
      printNginx(ID)
        .slice(printNginx(ID).lastIndexOf("set $view"))
        .split("\n")
        .filter((line) => line.includes("$view")),
    ).toEqual(["set $view /q/?; }", "location / { try_files $view$uri $view$uri/index.html =404; }"]);
  });
});
