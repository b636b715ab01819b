import { foldText } from "./normalize";

/** What a heading announces. `goals` is 重点目標 over the summary table, `goal` one goal's own heading, `ignored` one under which nothing is the plan's own, `unknown` one that no field is for. */
export type Label =
  | "department"
  | "officer"
  | "basicPolicy"
  | "goals"
  | "goal"
  | "scale"
  | "number"
  | "policyGoal"
  | "policyArea"
  | "target"
  | "achievement"
  | "rating"
  | "initiative"
  | "result"
  | "unit"
  | "assessment"
  | "overallRating"
  | "future"
  | "initiativeRating"
  | "ignored"
  | "unknown";

/** Each heading as the form out prints it (`lib/form`); the reader knows it by just these words, and by those below. */
export const PRINTED_HEADINGS = {
  department: "部",
  basicPolicy: "基本方針",
  goals: "重点目標",
  scale: "達成度について",
  policyGoal: "目標",
  policyArea: "分野",
  target: "今年度の達成目標",
  achievement: "達成状況",
  rating: "達成度",
  initiative: "具体的取組",
  result: "具体的な取組実績",
  unit: "所管室・課",
  assessment: "総合評価・総括",
  overallRating: "全体の達成度",
  future: "今後検討すべきこと",
  ignored: "前年度（参考）",
} as const satisfies Partial<Record<Label, string>>;

/** Of several ratings of the same thing, when or by whom each is given. */
const OCCASIONS = ["中間", "期末", "最終", "年度末", "上半期", "下半期", ...["一", "二", "1", "2"].flatMap((place) => [`${place}次`, `第${place}次`])];

/**
 * Headings in matching form (see makeMatchKey: no blanks, no middle dots), optional parts in square brackets.
 * All alternatives of one label mean the same to the reader.
 */
const SYNONYMS: Record<Exclude<Label, "officer" | "goal" | "initiativeRating" | "ignored" | "unknown">, string[]> = {
  department: ["部[(局)][名]", "部局[名]", "局[名]", "[担当]部署[名]", "担当部[(局)][局][名]", "部[局]等[名]", "部(室)[局][名]"],
  basicPolicy: ["[部の][部局の][部(局)の]基本[的な]方針", "[部の][部局の][部(局)の]基本[的な]姿勢"],
  goals: ["重点目標", "重点課題", "重点項目"],
  scale: [
    "達成度について",
    "達成度[評価]の[評価]区分[について]",
    "達成度[評価]の[評価]基準[について]",
    "達成度の目安",
    "達成度の考え方",
    "達成度の説明",
    "達成度[評価]基準",
    "達成度[評価]区分",
    "達成状況について",
    "評価[の]基準[について]",
    "評価[の]区分[について]",
    "凡例",
  ],
  number: ["番号", "NO", "NO.", "#"],
  policyGoal: ["目標", "政策目標", "基本目標", "まちづくり[の]目標", "施策目標"],
  policyArea: ["[政策][施策]分野[名]"],
  target: ["今年度[の]達成目標", "本年度[の]達成目標", "[年度]達成目標", "今年度[の]目標", "本年度[の]目標", "年度目標"],
  achievement: ["[目標[の]]達成状況", "目標達成[の]状況", "達成[の]状況"],
  rating: ["[目標[の]]達成度", "達成度[の]評価", "[自己]評価", ...OCCASIONS.flatMap((occasion) => [`${occasion}[の]達成度[評価]`, `${occasion}[の]評価`])],
  initiative: ["具体的[な]取[り]組[み][内容]", "具体的[な]取[り]組[み]の内容", "[主な]取[り]組[み]内容"],
  result: ["具体的[な]取[り]組[み][の]実績", "具体的[な]取[り]組[み][の]結果", "[主な]取[り]組[み][の]実績", "[主な]取[り]組[み][の]結果", "実績"],
  unit: ["所管[室]課[名]", "所管課室[名]", "所管[部署][部課][名]", "担当[室]課[名]", "担当課室[名]", "[担当]室課[名]", "[担当]課室[名]", "所属[名]"],
  assessment: ["総合評価[[及び][と]総括]", "総括[[及び]総合評価]", "総合[的な]評価", "[総合評価]総括コメント"],
  overallRating: ["全体[の][としての]達成度", "総合[的な]達成度", "全体[の]評価", "重点目標[の][全体の]達成度", "重点課題[の][全体の]達成度"],
  future: [
    "今後[に向けて][の]検討すべきこと",
    "[次][来][翌]年度以降[に][に向けて][の]検討すべきこと",
    "今後[に向けて][の]検討すべき課題",
    "今後[の][検討]課題",
    "[次][来][翌]年度以降[に向けて][の][検討]課題",
    "今後の方向性",
  ],
};

/** Words too common to be taken for a heading when a text merely begins with them and a colon or blank. */
const WEAK = new Set([
  "目標",
  "実績",
  "評価",
  "自己評価",
  "凡例",
  "番号",
  "NO",
  "NO.",
  "#",
  "局",
  "課室",
  "室課",
  "所管",
  "所属",
  "取組内容",
  "取組結果",
  "取組実績",
  ...OCCASIONS.map((occasion) => `${occasion}評価`),
]);

export interface Synonym {
  text: string;
  label: Label;
  weak: boolean;
}

/** Synonyms that begin with a character, the longest first. */
export function findSynonyms(first: string): readonly Synonym[] {
  return BY_FIRST.get(first) ?? [];
}

const BY_FIRST = new Map<string, Synonym[]>();
for (const [label, patterns] of [...Object.entries(SYNONYMS), ...Object.entries(PRINTED_HEADINGS).map(([label, text]) => [label, [foldText(text)]])] as [
  Label,
  string[],
][]) {
  for (const text of new Set(patterns.flatMap(expandPattern))) {
    if (text === "") continue;
    const first = text[0] ?? "";
    const known = BY_FIRST.get(first) ?? [];
    if (known.some((synonym) => synonym.text === text)) continue;
    known.push({ text, label, weak: WEAK.has(text) });
    BY_FIRST.set(first, known);
  }
}
for (const known of BY_FIRST.values()) known.sort((one, other) => other.text.length - one.text.length);

/** `a[b[c]]d` as `ad`, `abd`, `abcd`. */
function expandPattern(pattern: string): string[] {
  const open = pattern.indexOf("[");
  if (open === -1) return [pattern];
  let depth = 0;
  let close = open;
  do {
    if (pattern[close] === "[") depth++;
    if (pattern[close] === "]") depth--;
    close++;
  } while (depth > 0);
  const head = pattern.slice(0, open);
  const tails = expandPattern(pattern.slice(close));
  const middles = ["", ...expandPattern(pattern.slice(open + 1, close - 1))];
  return middles.flatMap((middle) => tails.map((tail) => head + middle + tail));
}

/** Headings of forms that have more than this one: fields that no plan has. */
const FOREIGN =
  /^(?:(?:当初|最終|補正|年度)?(?:予算|決算|事業費|経費)(?:額|現額|執行額|の内訳|内訳|等)?|備考|特記事項|添付資料|参考資料?|難易度|重要度|優先度|優先順位|ウエイト|ウェイト|SDGS(?:の?(?:目標|ゴール|番号))?|関連する?SDGS|(?:成果|活動|評価)?指標(?:名|値)?|(?:年度)?目標値|実績値|現状値|基準値|(?:関連|根拠)(?:する)?(?:計画|法令|事業)等?|(?:外部|第三者|市長|副市長|評価委員会?|委員会?)の?(?:評価|意見|コメント|指示)(?:等)?|(?:評価|判定|達成度?)の?(?:理由|根拠)|(?:今後の)?方向性|(?:現状|問題|課題)(?:と課題|点|と対応)?|スケジュール|実施時期|達成時期|事業名|事務事業名?|施策名?|期間|人員|職員数|改善(?:点|策|内容)|組織図|目次)$/;

/** Whether a cell holds the heading of a field that no plan has: 予算額, 備考, 難易度. */
export function isUnknownHeading(text: string): boolean {
  if (text.length > 24) return false;
  return FOREIGN.test(foldText(text.replace(/[(（［[][^()（）［］[\]]{1,16}[)）］\]]\s*$/, "")).replace(/^[(【［[〔<《■□●○◆◇▼#*]+|[)】］\]〕>》:*]+$/g, ""));
}

/** Whether a line looks as only a heading does, whatever its words: 【…】, ## …, ■…. */
export function looksLikeHeading(text: string): boolean {
  const words = text.trim();
  return (
    words.length <= 24 &&
    !/[。、]/.test(words) &&
    /^(?:【[^【】]+】|［[^［］]+］|〔[^〔〕]+〕|《[^《》]+》|#{1,6}\s\S.*|\*\*[^*]+\*\*|[■◆▼]\s?\S{1,12})(?:[：:])?$/.test(words)
  );
}
