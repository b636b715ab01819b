import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { foldForSearch } from "@/lib/search/form";
import { listTokens } from "@/lib/search/token";
import { listPlanTokens } from "@/lib/search/token-filter";

/** The last migration that made the search index anew, and what its tokens were for these texts. */
const INDEX = { migration: "0010_search_form.sql", tokens: "f4f27859966158a3" };

it("has a migration that makes the search index anew whenever its tokens change", () => {
  const last = readdirSync("db/migrations")
    .filter((name) => name.endsWith(".sql") && /create virtual table `search_index`/i.test(readFileSync(path.join("db/migrations", name), "utf8")))
    .sort()
    .at(-1);
  const documents = ["2021", "2025"].map((year) => readFileSync(`db/documents/${year}-policy-promotion.txt`, "utf8"));
  const odd = ["髙﨑ｶﾞ゙か\u309aヶ", "葛\u{e0100}城\ufe00 ICT  skills①㎡", "⻑⺠⽅、。Café “x” ’ \\ %_", "\ud800\0🏯👩‍👧"];
  const texts = [...documents, ...odd].map(foldForSearch);
  const tokens = [...listTokens(texts), ...listPlanTokens({ fiscalYear: 2025, departmentId: "policy-promotion", municipalityId: "m0" })].sort();
  const digest = createHash("sha256").update(tokens.join("\n")).digest("hex").slice(0, 16);
  expect({ migration: last, tokens: digest }, "a stored index has the old tokens: add a migration that makes it anew, then pin both here").toEqual(INDEX);
});
