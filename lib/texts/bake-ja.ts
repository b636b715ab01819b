/** What a baked copy of the site says where the site itself would answer. */
export const bakeJa = {
  search: "検索について",
  noSearch: "これは動くサーバーのない写しなので、検索は使えません。すべての文章は、データの表（CSV・Excel・JSON）にあり、そこで探せます。",
  noForm: "これは動くサーバーのない写しなので、自由な絞り込みと並べ替えは使えません。すべての行は、データの表（CSV・Excel・JSON）にあります。",
  noEmbedForm: "これは動くサーバーのない写しなので、見せ方を自由には選べません。下のリンクにある見せ方をお使いください。数字は、データの表にあります。",
  tables: "データの表へ",
  year: "年度",
  allYears: "すべて",
} as const;
