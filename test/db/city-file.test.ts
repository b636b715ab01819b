import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import { afterAll, describe, expect, it } from "vitest";
import { DataFolderError, readCityFile } from "@/db/city-file";
import { cityJsonSchema } from "@/db/city-schema";
import { createFolder, removeTemporary, writeFiles } from "./temporary-store";

afterAll(removeTemporary);

const city = {
  municipality: "架空市",
  departments: ["政策推進部", "財務部"],
  policyAreas: ["市政運営", "防災"],
  reorganisations: [{ from: ["市長公室"], to: ["政策推進部"], fiscalYear: 2023, note: "行政組織条例の改正による" }],
};

const write = (value: unknown) => writeFiles(createFolder(), { "ayumi.json": typeof value === "string" ? value : JSON.stringify(value, null, 2) })[0]!;
const [one] = city.reorganisations;

const refused: [string, unknown, RegExp][] = [
  ["a key that it does not know", { ...city, department: [] }, /ayumi\.json:\d+:\d+ json-unknown-key \/department：「department」という項目はありません。$/],
  [
    "a key within that it does not know",
    { ...city, reorganisations: [{ ...one, year: 2023 }] },
    /json-unknown-key \/reorganisations\/0\/year：「year」という項目はありません。$/,
  ],
  [
    "no municipality",
    { departments: [] },
    /ayumi\.json:1:1 json-value \/municipality：文字列が必要ですが、項目がありません。$|json-value \/municipality：文字列が必要ですが、項目がありません。$/,
  ],
  ["an empty name", { ...city, municipality: " " }, /ayumi\.json:2:\d+ json-value \/municipality：空でない名前が必要ですが、「 」です。$/],
  ["a department that is no text", { ...city, departments: [3] }, /json-value \/departments\/0：文字列が必要ですが、「3」です。$/],
  [
    "a year in words",
    { ...city, reorganisations: [{ ...one, fiscalYear: "令和5年度" }] },
    /json-value \/reorganisations\/0\/fiscalYear：数値が必要ですが、「"令和5年度"」です。$/,
  ],
  [
    "a reorganisation of nothing",
    { ...city, reorganisations: [{ ...one, from: [] }] },
    /json-value \/reorganisations\/0\/from：1以上が必要ですが、「\[\]」です。$/,
  ],
];

describe("a data folder's ayumi.json", () => {
  it("says whose the folder is, its orders and its reorganisations; only the municipality has to be told", () => {
    expect(readCityFile(write({ $schema: "./ayumi.schema.json", ...city }))).toEqual(city);
    expect(readCityFile(write({ municipality: "架空市" }))).toEqual({ municipality: "架空市", departments: [], policyAreas: [], reorganisations: [] });
  });

  it.each([
    ...refused,
    [
      "a department that stands twice",
      { ...city, departments: ["財務部", "総務部", "財務部"] },
      /ayumi\.json:6:\d+ json-value \/departments\/2：「財務部」が重複しています。$/,
    ],
    [
      "a department that becomes itself",
      { ...city, reorganisations: [{ ...one, to: ["市長公室"] }] },
      /json-value \/reorganisations\/0\/to：from と同じ「市長公室」です。$/,
    ],
    ["a comma too many", '{"municipality": "架空市",}', /ayumi\.json:1:\d+ json-syntax JSON として読めません：/],
  ])("is refused for %s, with the file, the place and the value", (_, value, expected) => {
    const file = write(value);
    expect(() => readCityFile(file)).toThrow(DataFolderError);
    expect(() => readCityFile(file)).toThrow(expected);
  });

  it("is refused where it is not there, with what to do", () => {
    const file = path.join(createFolder(), "ayumi.json");
    expect(() => readCityFile(file)).toThrow(`${file} を読めません（ENOENT）。AYUMI_DATA には、ayumi.json のあるフォルダを指定してください。`);
  });
});

describe("its JSON Schema", () => {
  const validate = new Ajv({ strict: true, allErrors: true }).compile(cityJsonSchema());

  it("is published as the reader checks it", async () => {
    await expect(`${JSON.stringify(cityJsonSchema(), null, 2)}\n`).toMatchFileSnapshot("../../db/ayumi.schema.json");
  });

  it("takes the repository's own and the example of docs/data-folder.md, as the reader does", () => {
    const example = /```json\n([\s\S]*?)```/.exec(readFileSync("docs/data-folder.md", "utf8"))![1]!;
    for (const text of [readFileSync("db/ayumi.json", "utf8"), example]) {
      expect(validate(JSON.parse(text)), JSON.stringify(validate.errors)).toBe(true);
      expect(readCityFile(write(text)).municipality).toMatch(/市/);
    }
  });

  it.each(refused)("refuses %s, as the reader does", (_, value) => {
    expect(validate(value)).toBe(false);
  });
});
