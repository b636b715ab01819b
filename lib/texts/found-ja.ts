import { ja } from "./ja";

/** Titles and descriptions by which pages are found elsewhere, in Japanese; facts that a chart states come from that chart. */
export const foundJa = {
  overview: (municipality: string) => `${municipality} ${ja.site.tagline}`,
  goals: {
    title: (municipality: string) => `${municipality}の${ja.site.goals}`,
    description: (municipality: string, count: number, years: string) =>
      `${municipality}の運営方針（${years}）にある重点目標${count}件の一覧です。年度・部・分野・達成度で絞り込み、CSVやExcelで得られます。`,
  },
  goal: {
    title: (title: string, year: string, department: string, number: number) => `${title}（${year} ${department} ${ja.unit.goals}${number}）`,
    facts: (municipality: string, department: string, year: string, number: number) => `${municipality} ${department}の${year}の重点目標${number}。`,
    rating: (rating: string) => `達成度は${rating}。`,
    parts: (targets: number, initiatives: number) => `達成目標${targets}件、具体的取組${initiatives}件。`,
  },
  continuations: (municipality: string) => `${municipality}の運営方針の${ja.site.continuations}`,
  continuation: {
    title: (before: ItemName, after: ItemName) => `「${before.text}」から「${after.text}」へ（${spanOf(before, after)}）`,
    description: (before: string, after: string, link: string) => `${before}から${after}へのつながり：${link}。両方の年度の記載を並べ、根拠を示します。`,
  },
  carriedOn: (municipality: string, title: string) => `${municipality}の運営方針：${title}`,
  briefing: (municipality: string, year: string) => `${municipality}の運営方針　市長室むけ一枚（${year}）`,
  documents: {
    title: (municipality: string, page: number) => `${municipality}の運営方針の${ja.site.documents}${numberPage(page)}`,
    description: (municipality: string, count: number, years: string, page: number) =>
      `${municipality}の運営方針（${years}）の資料${count}件の一覧${tellPage(page)}です。このサイトのすべての数字と文章は、これらの資料から読み取ったものです。`,
  },
  document: {
    title: (title: string, fileName: string, page: number) => `${title}（${fileName}）${numberPage(page)}`,
    description: (plans: string, lines: number, understood: number, page: number) =>
      `${plans}の資料の原文${tellPage(page)}です。${lines}行のうち${understood}行を読み取り、このサイトの数字と文章のもとにしています。`,
    more: (plan: string, count: number) => `${plan}ほか${count}件`,
  },
  data: {
    title: (municipality: string) => `${municipality}の運営方針の${ja.site.data}`,
    description: (municipality: string, tables: number, years: string) =>
      `${municipality}の運営方針（${years}）を、${tables}つの表でダウンロードできます。CSV・Excel・JSONとAPIがあり、登録は要りません。`,
    keywords: ["運営方針", "重点目標", "達成度", "行政評価", "自己評価"],
    table: (municipality: string, table: string) => `${municipality}の運営方針：${table}`,
  },
  about: {
    title: (municipality: string) => `${ja.site.about}（${municipality}）`,
    description: (municipality: string, plans: number, years: string) =>
      `${municipality}の運営方針${plans}件（${years}）の達成度の数え方と、資料ごとの達成度の区分、利用上の注意を説明します。`,
  },
  feed: {
    title: (municipality: string) => `${municipality}の運営方針の${ja.site.datasetVersion}`,
    entry: (hash: string, municipality: string, documents: number) => `${ja.site.datasetVersion} ${hash}（${municipality}の資料${documents}件）`,
    documents: (municipality: string, count: number) => `この版で加わった${municipality}の資料は${count}件です。`,
    noDocuments: (municipality: string) => `この版で加わった${municipality}の資料はありません。`,
    fallen: "達成度が下がったもの：",
    more: (count: number) => `ほか${count}件`,
  },
  embed: (municipality: string, charts: string) =>
    `${municipality}の運営方針の図（${charts}）を、出典とデータ版の付いた形で、ほかのページや資料に載せられます。`,
  search: (municipality: string) => `${municipality}の運営方針に書かれた言葉を、目標・取組・実績・評価の文章から探せます。`,
  municipalities: {
    title: (page: number) => `${ja.site.municipalities}${numberPage(page)}`,
    description: (count: number, page: number) => `運営方針を読み比べられる${count}自治体の一覧${tellPage(page)}です。`,
  },
} as const;

/** A goal or an initiative. */
interface ItemName {
  text: string;
  year: string;
  department: string;
}

/** From when to when; where a department handed it on to another, the two. */
function spanOf(before: ItemName, after: ItemName): string {
  if (before.department === after.department) return `${before.year}から${after.year}へ ${after.department}`;
  return `${before.year} ${before.department}から${after.year} ${after.department}へ`;
}

function tellPage(page: number): string {
  return page > 1 ? `（${page}ページ目）` : "";
}

function numberPage(page: number): string {
  return page > 1 ? `　${page}ページ目` : "";
}
