import { compareWords, type Piece } from "@/lib/comparison/word-diff";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { GoalDetail } from "@/lib/domain/rows";
import { ja } from "@/lib/texts/ja";
import { goalHref } from "@/lib/urls";
import { DataTable, ScrollRegion } from "./ui/data-table";

interface SideBySideProps {
  predecessors: readonly GoalDetail[];
  successor: GoalDetail;
  dataset: string | null;
}

/** What is set side by side: what a plan set out to do, not what came of it. */
const ROWS: [label: string, read: (goal: GoalDetail) => string][] = [
  [ja.field.titleOfGoal, (goal) => goal.title],
  [ja.field.target, (goal) => goal.targetDetails.map((target) => target.text).join("\n")],
  [ja.field.initiative, (goal) => goal.initiatives.map((initiative) => initiative.text).join("\n")],
];

/** Characters of a cell that are compared: comparing takes time with the length and with what differs. */
const LONGEST_TEXT = 10_000;

function shorten(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…（ほか${text.length - LONGEST_TEXT}字）` : text;
}

const TEXT = "w-[45%] space-y-3 text-base";

/** What is gone, and what is new, without colour too. */
const CHANGES = {
  dropped: "text-ink-soft line-through decoration-rating-d",
  added: "underline decoration-rating-b decoration-2 underline-offset-4",
};

/** 新旧対照: the predecessors' texts beside the successor's; dropped words struck through, added ones underlined. */
export function SideBySide({ predecessors, successor, dataset }: SideBySideProps) {
  return (
    <section aria-labelledby="side-by-side-title">
      <h2 id="side-by-side-title">新旧対照</h2>
      <p className="text-sm text-ink-soft">
        <del className={CHANGES.dropped}>取り消し線</del>は後の年度の文章にない語句、<ins className={CHANGES.added}>下線</ins>は新しく加わった語句です。
      </p>
      <ScrollRegion label="新旧対照表">
        <DataTable
          caption="新旧対照表"
          className="w-full min-w-[32rem]"
          head={
            <>
              <th scope="col">項目</th>
              <th scope="col">
                旧：
                {predecessors.map((goal, index) => (
                  <span key={goal.id}>
                    {index > 0 && "、"}
                    <a href={goalHref(goal.id, dataset)}>
                      {formatFiscalYear(goal.fiscalYear)} 重点目標{goal.number}
                    </a>
                  </span>
                ))}
              </th>
              <th scope="col">
                新：{formatFiscalYear(successor.fiscalYear)} 重点目標{successor.number}
              </th>
            </>
          }
        >
          {ROWS.map(([label, read]) => {
            const { before, after } = compareWords(predecessors.map((goal) => shorten(read(goal))), shorten(read(successor)));
            return (
              <tr key={label}>
                <th scope="row" className="whitespace-nowrap">{label}</th>
                <td className={TEXT}>
                  {before.map((pieces, index) => (
                    <p key={predecessors[index]!.id} className="whitespace-pre-line">
                      {before.length > 1 && <span className="text-sm text-ink-soft">重点目標{predecessors[index]!.number}　</span>}
                      <Pieces pieces={pieces} change="dropped" />
                    </p>
                  ))}
                </td>
                <td className={TEXT}>
                  <p className="whitespace-pre-line">
                    <Pieces pieces={after} change="added" />
                  </p>
                </td>
              </tr>
            );
          })}
        </DataTable>
      </ScrollRegion>
    </section>
  );
}

function Pieces({ pieces, change }: { pieces: readonly Piece[]; change: "dropped" | "added" }) {
  const Changed = change === "dropped" ? "del" : "ins";
  return pieces.map((piece, index) =>
    piece.kept ? (
      <span key={index}>{piece.text}</span>
    ) : (
      <Changed key={index} className={CHANGES[change]}>
        {piece.text}
      </Changed>
    ),
  );
}
