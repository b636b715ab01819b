import { expect, test } from "vitest";
import { countTextGrams, gramKey } from "@/lib/continuation/gram";
import { maskOwnNames } from "@/lib/continuation/own-name";

test.each([
  ["柏原市", "柏原市の魅力を、柏原の外へ", "〻の魅力を、〻の外へ"],
  ["柏原市", "および本市の魅力", "および〻の魅力"],
  ["柏原市", "日本市場と熊本市", "日本市場と熊本市"],
  ["柏原市", "柏\n原市役所", "〻役所"],
  ["柏原市", "関係部局、関係各課、関係機関や庁内と連携し", "〻、〻、〻や〻と連携し"],
  ["柏原市", "関係人口と交通機関", "関係人口と交通機関"],
  ["津市", "津市の津波", "〻の津波"],
  ["若葉町", "若葉町と若葉と本町", "〻と〻と〻"],
  ["霞ヶ浜市（架空）", "霞ヶ浜市民", "〻民"],
  ["ＡＢ市", "AB市とＡＢ", "〻と〻"],
  ["四日市市", "四日市市と四日市", "〻と〻"],
  ["", "柏原市", "柏原市"],
])("of %s, 「%s」 is compared as 「%s」", (municipality, text, masked) => {
  expect(maskOwnNames(text, municipality)).toBe(masked);
});

test("no pair of letters holds a name, or stands across it", () => {
  const grams = countTextGrams(maskOwnNames("魅力柏原市発信", "柏原市"));
  expect([...grams.keys()].sort()).toEqual([gramKey("魅力"), gramKey("発信")].sort());
});
