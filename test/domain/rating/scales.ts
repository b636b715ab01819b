import type { RatingScaleEntry } from "@/lib/domain/plan";

/** `[rating, label, criterion, min, max]`, of which what is left out is `null`. */
type Line = [rating: string, label?: string | null, criterion?: string | null, min?: number | null, max?: number | null];

export function makeEntries(...lines: Line[]): RatingScaleEntry[] {
  return lines.map(([rating, label = null, criterion = null, min = null, max = null]) => ({ rating, label, criterion, min, max }));
}

/** Scales in the forms that cities print, as values: best first, then what stands outside. The sentences are invented (架空). */
export const SCALES: Record<string, { entries: RatingScaleEntry[]; order: string[]; outside?: string[] }> = {
  "S–C with X, Y, Z": {
    entries: makeEntries(
      ["F", "事業完了"],
      ["S", "目標値以上"],
      ["A", "目標値どおり"],
      ["B", "要改善"],
      ["C", "要大幅改善"],
      ["X", "未着手"],
      ["Y", "中止"],
      ["Z", "評価困難"],
    ),
    order: ["F", "S", "A", "B", "C", "X"],
    outside: ["Y", "Z"],
  },
  "A評価–D評価": {
    entries: makeEntries(["A", "順調に進捗している"], ["B", "概ね順調に進捗している"], ["C", "一部遅れている"], ["D", "大幅に遅れている"]),
    order: ["A", "B", "C", "D"],
  },
  "5–1": {
    entries: makeEntries(
      ["5", "目標を大幅に上回った"],
      ["4", "目標を上回った"],
      ["3", "目標をおおむね達成した"],
      ["2", "目標を下回った"],
      ["1", "目標を大幅に下回った"],
    ),
    order: ["5", "4", "3", "2", "1"],
  },
  "A–D of outcome": {
    entries: makeEntries(["A", "大いに成果あり"], ["B", "成果あり"], ["C", "工夫改善が必要"], ["D", "事業の休廃止も含め、再考の余地有り"]),
    order: ["A", "B", "C", "D"],
  },
  "◎○△× with 未実施": {
    entries: makeEntries(["◎", "計画以上"], ["○", "計画どおり"], ["△", "やや遅れ"], ["×", "未実施"]),
    order: ["◎", "○", "△", "×"],
  },
  "A–D by ranges": {
    entries: makeEntries(
      ["A", null, "達成度90%～100%", 90, 100],
      ["B", null, "達成度70%～89%", 70, 89],
      ["C", null, "達成度50%～69%", 50, 69],
      ["D", null, "達成度50%未満", null, 50],
    ),
    order: ["A", "B", "C", "D"],
  },
  words: {
    entries: makeEntries(
      ["前倒し実施", null, "次年度以降の目標を前倒しで達成したもの"],
      ["計画どおり", null, "当初の予定どおり、目標や計画内容が達成に向かっているもの"],
      ["ほぼ計画どおり", null, "当初の予定よりは達成状況がやや下回っているが、達成が見込まれるもの"],
      ["遅れている", null, "達成が困難と見込まれるもの"],
      ["未達成", null, "達成できなかったもの"],
    ),
    order: ["前倒し実施", "計画どおり", "ほぼ計画どおり", "遅れている", "未達成"],
  },
  "①–④": {
    entries: makeEntries(["①", "計画以上"], ["②", "計画通り"], ["③", "計画未満"], ["④", "評価不能", "外部要因などにより、当初の計画を実施できなかった場合"]),
    order: ["①", "②", "③"],
    outside: ["④"],
  },
  "① with ⅰ and ⅱ": {
    entries: makeEntries(
      ["①（ⅰ）", "目標達成、取組は予定どおり実施"],
      ["①（ⅱ）", "目標達成、取組を予定どおり実施しなかった"],
      ["②（ⅰ）", "目標未達成、取組は予定どおり実施"],
      ["②（ⅱ）", "目標未達成、取組を予定どおり実施しなかった"],
      ["③", "撤退・再構築基準未達成"],
    ),
    order: ["①（ⅰ）", "①（ⅱ）", "②（ⅰ）", "②（ⅱ）", "③"],
  },
  "◎〇△× of progress": {
    entries: makeEntries(
      ["◎", "目標を大幅に上回っている"],
      ["〇", "目標に達している"],
      ["△", "目標達成には至っていないが、一定の進捗がみられる"],
      ["×", "目標達成に向けた進捗がみられない"],
    ),
    order: ["◎", "〇", "△", "×"],
  },
  "A the worst, printed best first": {
    entries: makeEntries(
      ["D", "達成", "100%", 100, 100],
      ["C", "概ね達成", "70%以上100%未満", 70, 100],
      ["B", "一部達成", "50%以上70%未満", 50, 70],
      ["A", "未達成", "50%未満", null, 50],
    ),
    order: ["D", "C", "B", "A"],
  },
  "A, A′, B+ …": {
    entries: makeEntries(
      ["A", "予定どおり推進することができた施策"],
      ["A′", "推進できたが体制に問題が存在するもの"],
      ["B+", "年度内には完了していないが数ヶ月以内には完了する施策"],
      ["B", "予定どおり推進することはできなかったが今後も取組みを続ける施策"],
      ["C", "今後の見通しも立たない施策"],
      ["−", "事情により推進できなかった施策"],
    ),
    order: ["A", "A′", "B+", "B", "C", "−"],
  },
  "S–B in a table": {
    entries: makeEntries(["S", "目的・目標を上回っている"], ["A", "目的・目標に達している"], ["B", "目的・目標を下回っている"]),
    order: ["S", "A", "B"],
  },
};
