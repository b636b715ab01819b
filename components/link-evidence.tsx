import type { ItemRef } from "@/lib/domain/continuation";
import type { ContinuationItem, ContinuationLink } from "@/lib/domain/continuation-history";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { continuationJa } from "@/lib/texts/continuation-ja";
import { describeChange, describeReason, describeScore, listScoreParts } from "@/lib/texts/continuation-reason";
import { itemHref } from "@/lib/urls";
import { Bullets } from "./ui/bullets";
import { DataTable, NUMERIC } from "./ui/data-table";
import { Fact, Facts } from "./ui/facts";

/** What is linked to what, how, how surely, and whether a planner has looked at it. */
export function LinkHead({
  link,
  predecessor,
  successor,
  dataset,
}: {
  link: ContinuationLink;
  predecessor: ContinuationItem;
  successor: ContinuationItem;
  dataset: string | null;
}) {
  return (
    <header className="space-y-4.5">
      <h1>{continuationJa.level[link.level]}のつながりと根拠</h1>
      <Facts>
        {[predecessor, successor].map((item, index) => (
          <Fact key={item.key} name={index === 0 ? "前" : "後"}>
            {formatFiscalYear(item.fiscalYear)} {item.department} <a href={itemHref(item.key, dataset)}>{item.text}</a>
          </Fact>
        ))}
        <Fact name="関係">{continuationJa.kind[link.kind]}</Fact>
        <Fact name={continuationJa.table.score}>{describeScore(link)}</Fact>
        <Fact name="状態">{continuationJa.statusInFull[link.status]}</Fact>
      </Facts>
    </header>
  );
}

/** The reasons as sentences, those that count and those that only tell. `renamed`: both are of one department, by two of its names. */
export function LinkReasons({ link, nameOf, renamed }: { link: ContinuationLink; nameOf: (ref: ItemRef) => string; renamed: boolean }) {
  return (
    <section aria-labelledby="reasons-title">
      <h2 id="reasons-title">根拠</h2>
      <Bullets>
        {link.reasons.map((reason, index) => (
          <li key={index}>{describeReason(reason, nameOf)}</li>
        ))}
        {link.changes.map((change) => (
          <li key={change.what}>{renamed && change.what === "department" ? continuationJa.renamedDepartment(change) : describeChange(change)}</li>
        ))}
      </Bullets>
      {link.reasons.length + link.changes.length === 0 && <p className="text-ink-soft">共通する語句や所管はありません。</p>}
    </section>
  );
}

/** What the score is made of. */
export function ScoreTable({ link }: { link: ContinuationLink }) {
  return (
    <section aria-labelledby="score-title">
      <h2 id="score-title">見込みの内訳</h2>
      <DataTable
        caption="見込みの内訳（0から1）"
        head={
          <>
            <th scope="col">比較した項目</th>
            <th scope="col" className={NUMERIC}>
              値（0–1）
            </th>
          </>
        }
      >
        {(link.parts ? listScoreParts(link.parts) : []).map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className={NUMERIC}>{value}</td>
          </tr>
        ))}
        <tr className="*:font-bold">
          <th scope="row">{continuationJa.table.score}</th>
          <td className={NUMERIC}>{link.score.toFixed(2)}</td>
        </tr>
      </DataTable>
    </section>
  );
}

/** What a planner decided, if one did. */
export function LinkDecision({ link }: { link: ContinuationLink }) {
  const { record } = link;
  return (
    <section aria-labelledby="decision-title" className="space-y-3">
      <h2 id="decision-title">職員の判断</h2>
      {record ? (
        <Facts>
          <Fact name="判断">{continuationJa.statusInFull[link.status]}</Fact>
          <Fact name="理由">{record.reason}</Fact>
          <Fact name="判断した人">{record.decidedBy}</Fact>
          <Fact name="判断した日">{record.decidedOn}</Fact>
        </Facts>
      ) : (
        <p>職員による判断はまだありません。このつながりは、文章の比較による候補です。</p>
      )}
    </section>
  );
}
