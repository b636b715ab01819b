/** Texts of the page of search. */
export const searchJa = {
  title: (q: string) => (q === "" ? "検索" : `「${q}」の検索`),
  empty: "ページの上の欄に、探したい言葉を入れてください。",
  nothingToFind: (q: string) => `「${q}」には、検索できる文字がありません。別の言葉を入れてください。`,
  scope:
    "運営方針の文章（重点目標の題名、達成目標、達成状況、具体的取組と実績、所管室・課、総合評価、今後検討すべきこと、基本方針など）を、すべての年度から探します。",
  help: [
    ["防災 訓練", "どちらの言葉も含む重点目標"],
    ['"地域 防災"', "続いた言葉のとおりに含む重点目標"],
    ["防災 -訓練", "「訓練」を含むものを除く"],
  ] as const,
  sameForms: "全角と半角、大文字と小文字、ひらがなとカタカナ、髙と高のような異体字は、同じ文字として探します。",
  none: (q: string) => `「${q}」を含む文章は見つかりませんでした。`,
  noneFiltered: "この条件に合うものはありません。条件を外してみてください。",
  advice: ["言葉を短くする（「避難所運営訓練」なら「避難所」）", "言葉の数を減らす", "言いかえる（「高齢者」と「シニア」、「消防団」と「自主防災」）"],
  count: (goals: number, policies: number) =>
    [goals > 0 ? `重点目標 ${goals.toLocaleString("ja")}件` : "", policies > 0 ? `基本方針 ${policies.toLocaleString("ja")}件` : ""].filter(Boolean).join("、"),
  filteredFrom: (all: number) => `（条件がなければ${all.toLocaleString("ja")}件）`,
  incomplete: (most: number) =>
    `候補が多いため、最後に取り込まれたものから${most.toLocaleString("ja")}件だけを数えて並べています。言葉を足すか、年度や部で絞り込んでください。`,
  range: (first: number, last: number, all: number) => `${first.toLocaleString("ja")}–${last.toLocaleString("ja")}件目（全${all.toLocaleString("ja")}件）`,
  pages: "検索結果のページ",
  more: "ほかに",
  within: (municipality: string) => `${municipality}の文章を探しています。`,
  withinAll: "すべての市町村の文章を探しています。",
  toAll: "すべての市町村から探す",
  toOne: (municipality: string) => `${municipality}だけから探す`,
  order: "新しい年度から順に並べています。",
  policyOf: (department: string) => `${department}の基本方針`,
} as const;
