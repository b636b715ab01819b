import fc from "fast-check";
import type { DepartmentPlan, Initiative, Officer, PolicyGoal, PriorityGoal, RatingScaleEntry, Target } from "@/lib/domain/plan";

/** A file of plans: what several departments of one city publish together. */
export interface PlanFile {
  plans: DepartmentPlan[];
  /** How titles and years are printed: see printTitles. */
  titles: "own" | "own, year once" | "shared" | "year only";
  yearForm: number;
  titleForm: number;
  /** `each`: every plan prints its scale; `once`: the first prints it for all. */
  scale: "none" | "once" | "each";
}

export const MUNICIPALITY = "柏原市";

/** Beginnings of lines that a careless reader would take for something else. */
const OPENERS = [
  "",
  "・",
  "・ ",
  "①",
  "10²の規模で",
  "（注）",
  "(1) ",
  "［参考］",
  "「総合評価」では、",
  "達成状況は",
  "今年度の達成目標のうち",
  "所管課と協議し、",
  "ﾃﾞｼﾞﾀﾙ化により",
  "※",
  "2025年に",
  "全体の達成度を高め、",
  "重点目標に掲げた",
  "R&Dの",
  "A<Bとなる",
  "部長会議で",
  "目標を上回る",
  "B評価の",
  "〔案〕",
  "令和7年度の運営方針に沿って",
  "3つの",
  "具体的取組として",
  "分野横断で",
  "&lt;と書く",
  "<仮称>",
  "<SAFE>運動の",
  "１２３件の",
  "“引用”",
  "*印の",
  "#1の",
  "（5）",
];
const MIDDLES = [
  "市民の参加を",
  "1,000件（前年度比10％増）",
  "防災：減災",
  "「達成度：B」と",
  "2 / 3",
  "x < 5 & y > 3",
  "ｶﾀｶﾅ",
  "㎡・㈱・①②③",
  "の取組み実績",
  "<br/>という字",
  "〜100%",
  "　全角の空き　",
  "  二つの空き  ",
  "a|b",
  "C:\\temp",
  "&amp;",
  "でも、",
  "【括弧】",
  "((二重))",
  "達成",
  "―――",
  "……",
  "𠮷野家",
  "👩‍👩‍👧",
  "é",
  "&#9;",
  "</small>",
];
const ENDERS = ["を進めます。", "に努めました。", "（別紙のとおり）", "の推進", "。", "！", "」", "：以上", "10㎡", "である", "%"];

const line = fc
  .tuple(
    fc.constantFrom(...OPENERS),
    fc.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...MIDDLES) }, { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) }), {
      maxLength: 3,
    }),
    fc.constantFrom(...ENDERS),
  )
  .map(([opener, middles, ender]) => cleanLine(`${opener}本文${middles.join("")}${ender}`));

/** Without what no line of text can hold: line breaks, tabs, outer blanks, control characters. */
function cleanLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff\u200b\u2060]/g, "").trim();
}

const narrative = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n"));
const title = fc
  .tuple(
    fc.constantFrom("防災", "広報・", "DXの", "①", "3つの", "10²", "「まち」の", "達成度の", "A&", "（仮称）"),
    fc.string({ unit: "grapheme-composite", maxLength: 6 }),
    fc.constantFrom("推進", "強化", "改訂", "（案）"),
  )
  .map((parts) => cleanLine(parts.join("")).replace(/[|\\<&:：]/g, ""));
const name = fc.constantFrom("甲野 一郎", "乙山 花子", "丙川　次郎", "長谷川 三四郎", "丁", "監物 四郎", "部田 五郎");
const unit = fc.constantFrom("企画調整課", "秘書広報課", "室戸課", "危機管理課・人事課", "産業振興課（商工係）", "総務課、財政課", "DX推進室", "名張課");

const LETTER_SCALES: [string, string][][] = [
  [
    ["A", "達成"],
    ["B", "概ね達成"],
    ["C", "一部達成"],
    ["D", "未達成"],
    ["E", "未実施"],
  ],
  [
    ["S", "目標を大きく上回る"],
    ["A", "達成"],
    ["B", "おおむね達成"],
    ["C", "遅れ"],
  ],
  [
    ["A", "計画以上"],
    ["B", "計画どおり"],
    ["C", "計画未満"],
  ],
];
const LABEL_SCALE = ["計画以上", "計画通り", "計画未満", "評価不能"];
const CRITERIA: [string, number | null, number | null][] = [
  ["設定した目標を達成することができた。100%", 100, 100],
  ["概ね目標どおり（一部を除く）達成した。70%以上100%未満", 70, 100],
  ["50％以上７０％未満", 50, 70],
  ["目標達成に至らなかった。50%未満", null, 50],
  ["事業の取りやめなどにより評価不能又は困難。0%", 0, 0],
  ["目標を上回った。120%以上", 120, null],
  ["計画に対する、担当課の判断による。", null, null],
];

const ratingScale: fc.Arbitrary<RatingScaleEntry[]> = fc.oneof(
  fc.tuple(fc.constantFrom(...LETTER_SCALES), fc.shuffledSubarray(CRITERIA, { minLength: 5 }), fc.boolean()).map(([letters, criteria, bare]) =>
    letters.map(([rating, label], index) => {
      const [criterion, min, max] = criteria[index] ?? ["100%", 100, 100];
      return bare ? { rating, label, criterion: null, min: null, max: null } : { rating, label, criterion, min, max };
    }),
  ),
  fc.shuffledSubarray(CRITERIA, { minLength: 4 }).map((criteria) =>
    LABEL_SCALE.map((rating, index) => {
      const [criterion, min, max] = criteria[index] ?? ["100%", 100, 100];
      return { rating, label: null, criterion, min, max };
    }),
  ),
);

function goal(ratings: readonly string[], evaluated: boolean): fc.Arbitrary<Omit<PriorityGoal, "number">> {
  const filled = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => (evaluated ? fc.option(arbitrary, { freq: 3 }) : fc.constant(null));
  const rating = filled(fc.constantFrom(...ratings));
  const target: fc.Arbitrary<Target> = fc.record({ text: narrative, achievement: filled(narrative), rating });
  const initiative: fc.Arbitrary<Initiative> = fc.record({ text: narrative, reportedResult: filled(narrative), responsibleUnit: fc.option(unit, { freq: 4 }) });
  const policyGoal: fc.Arbitrary<PolicyGoal> = fc.record({
    code: fc.option(fc.constantFrom("1", "5", "12", "A"), { freq: 3 }),
    name: fc.constantFrom("みんなでつくる暮らし続けられるまち", "安全で安心して健やかに暮らせるまち", "（仮称）つながるまち", "目標のあるまち"),
  });
  return fc.record({
    policyGoal: fc.option(policyGoal, { freq: 4 }),
    policyArea: fc.option(fc.constantFrom("防災", "行財政運営", "市政運営", "子育て・教育"), { freq: 4 }),
    title,
    listedRating: rating,
    overallRating: rating,
    overallAssessment: filled(narrative),
    futureConsiderations: filled(narrative),
    targets: fc.array(target, { maxLength: 3 }),
    initiatives: fc.array(initiative, { maxLength: 3 }),
  });
}

const officer: fc.Arbitrary<Officer> = fc.record({
  post: fc.constantFrom("部長", "部(局)長", "監", "理事", "局長", "総合政策監", "危機管理監", "次長", "教育長"),
  name,
  duty: fc.option(fc.constantFrom("行財政健全化担当", "総合政策監", "危機管理担当")),
});

function plan(scale: RatingScaleEntry[], fiscalYear: number): fc.Arbitrary<DepartmentPlan> {
  const ratings = scale.length > 0 ? scale.map((entry) => entry.rating) : ["A", "B", "C", "D", "E"];
  return fc.boolean().chain((evaluated) =>
    fc
      .record({
        officers: fc.uniqueArray(officer, { maxLength: 4, selector: (one) => JSON.stringify(one) }),
        basicPolicy: fc.array(line, { maxLength: 3 }),
        goals: fc.uniqueArray(goal(ratings, evaluated), { minLength: 1, maxLength: 4, selector: ({ title }) => title.normalize("NFKC").replace(/\s/g, "") }),
        numbers: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { minLength: 4, maxLength: 4 }),
      })
      .map(({ officers, basicPolicy, goals, numbers }) => ({
        municipality: MUNICIPALITY,
        department: "",
        fiscalYear,
        title: null,
        stage: "plan" as const,
        officers,
        basicPolicy,
        ratingScale: scale,
        priorityGoals: goals.map((each, index) => ({ number: numbers[index] ?? 0, ...each })),
      })),
  );
}

const DEPARTMENTS = ["政策推進部", "総務部", "健康福祉部", "市立柏原病院", "水道局", "教育委員会", "にぎわい都市創造部", "部活動支援部"];

/** Random files of one to three plans; `department` is filled in, `title` and `stage` by the printer's choices. */
export const planFile: fc.Arbitrary<PlanFile> = fc
  .tuple(fc.constantFrom("none" as const, "once" as const, "each" as const), ratingScale, fc.integer({ min: 2010, max: 2030 }), fc.integer({ min: 1, max: 3 }))
  .chain(([scale, entries, year, count]) =>
    fc.record({
      plans: fc
        .tuple(
          fc.array(plan(scale === "none" ? [] : entries, year), { minLength: count, maxLength: count }),
          fc.shuffledSubarray(DEPARTMENTS, { minLength: count, maxLength: count }),
        )
        .map(([plans, departments]) => plans.map((each, index) => ({ ...each, department: departments[index] ?? "" }))),
      titles: fc.constantFrom("own" as const, "own, year once" as const, "shared" as const, "year only" as const),
      yearForm: fc.nat(99),
      titleForm: fc.nat(99),
      scale: fc.constant(scale),
    }),
  );

/** Choices that a layout makes one after the other; 0 is the plainest. */
export const layoutChoices = fc.array(fc.nat(999), { minLength: 60, maxLength: 120 });
