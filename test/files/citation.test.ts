import { describe, expect, it } from "vitest";
import { citeChart, citeInEnglish, citeSource } from "@/lib/files/citation";
import { makePlan } from "../rows";

const ID = "0123456789abcdef";
const plans = [
  makePlan({ municipality: "柏原市", fiscalYear: 2021 }),
  makePlan({ municipality: "柏原市", fiscalYear: 2025 }),
  makePlan({ municipality: "甲市（架空）" }),
  makePlan({ municipality: "乙市（架空）", department: "総務部" }),
  makePlan({ municipality: "乙市（架空）", department: "財務部" }),
  makePlan({ municipality: "丙市（架空）" }),
];

describe("a source", () => {
  it("of one city names it, its document and its years; of none what is asked for", () => {
    expect(citeSource(plans.slice(0, 2), "柏原市", ID)).toBe("出典：柏原市「政策推進部 運営方針」（令和3年度・令和7年度）。データ版 0123456789ab。");
    expect(citeSource([], "柏原市", ID)).toBe("出典：柏原市「運営方針」（該当する資料なし）。データ版 0123456789ab。");
  });

  it("of several cities names each with its own document and years, those of the same together", () => {
    expect(citeSource(plans, "柏原市", ID)).toBe(
      "出典：柏原市「政策推進部 運営方針」（令和3年度・令和7年度）、甲市（架空）・丙市（架空）「政策推進部 運営方針」（令和7年度）、乙市（架空）「運営方針」（令和7年度）。データ版 0123456789ab。",
    );
    expect(citeChart("図", plans.slice(1, 3), "柏原市", ID, "https://ayumi.example/x").seireki).toBe(
      "柏原市・甲市（架空）「政策推進部 運営方針」（2025年度）をもとに「あゆみ」が作成した「図」、データ版 0123456789ab、https://ayumi.example/x",
    );
    expect(citeInEnglish("Chart", plans.slice(2, 4), "柏原市", ID, "https://ayumi.example/x")).toBe(
      "“Chart”, made by Ayumi from 甲市（架空）, 政策推進部 運営方針 (department plan), FY2025; 乙市（架空）, 総務部 運営方針 (department plan), FY2025, data version 0123456789ab, https://ayumi.example/x",
    );
  });

  it("of very many says how many more", () => {
    const many = Array.from({ length: 47 }, (_, index) => makePlan({ municipality: `架空${index + 1}市` }));
    expect(citeSource(many, "柏原市", ID)).toMatch(/・架空12市「政策推進部 運営方針」（令和7年度）、ほか35市町村。データ版 0123456789ab。$/);
  });
});
