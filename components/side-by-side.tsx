import { compareWords, type Piece } from "@/lib/comparison/word-diff";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { GoalDetail } from "@/lib/domain/rows";
import { ja } from "@/lib/texts/ja";
import { goalHref } from "@/lib/urls";

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

/** 新旧対照: the predecessors' texts beside the successor's; dropped words struck through, added ones underlined. */
export function SideBySide({ predecessors, successor, dataset }: SideBySideProps) {
  return (
    <section aria-labelledby="side-by-side-title">
      <h2 id="side-by-side-title">新旧対照</h2>
      <p className="soft small">
        <del className="dropped">取り消し線</del>は後の年度の文章にない語句、<ins className="added">下線</ins>は新しく加わった語句です。
      </p>
      <div className="table-scroll" role="region" aria-label="新旧対照表" tabIndex={0}>
        <table className="data-table side-by-side">
          <caption className="sr-only">新旧対照表</caption>
          <thead>
            <tr>
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
            </tr>
          </thead>
          <tbody>
            {ROWS.map(([label, read]) => {
              const { before, after } = compareWords(predecessors.map((goal) => shorten(read(goal))), shorten(read(successor)));
              return (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>
                    {before.map((pieces, index) => (
                      <p key={predecessors[index]!.id} className="pre-line">
                        {before.length > 1 && <span className="soft small">重点目標{predecessors[index]!.number}　</span>}
                        <Pieces pieces={pieces} change="dropped" />
                      </p>
                    ))}
                  </td>
                  <td>
                    <p className="pre-line">
                      <Pieces pieces={after} change="added" />
                    </p>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Pieces({ pieces, change }: { pieces: readonly Piece[]; change: "dropped" | "added" }) {
  const Changed = change === "dropped" ? "del" : "ins";
  return pieces.map((piece, index) =>
    piece.kept ? (
      <span key={index}>{piece.text}</span>
    ) : (
      <Changed key={index} className={change}>
        {piece.text}
      </Changed>
    ),
  );
}
