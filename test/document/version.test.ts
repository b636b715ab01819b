import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readDocument } from "@/lib/document/read";
import { READER_VERSION } from "@/lib/document/version";

/** When this fails because reading changed on purpose, raise READER_VERSION and enter the new hash beside it. */
it("reads both real documents as its version says", () => {
  const hash = createHash("sha256");
  for (const name of ["2021-policy-promotion", "2025-policy-promotion"]) {
    const bytes = readFileSync(new URL(`../../db/documents/${name}.txt`, import.meta.url));
    hash.update(JSON.stringify(readDocument(bytes, { municipality: "柏原市" })));
  }
  expect({ version: READER_VERSION, hash: hash.digest("hex") }).toEqual({
    version: 2,
    hash: "20306d1134e4c95bbe5c6725a5e4f37e1f700c28193750089554ec73e84caf8f",
  });
});
