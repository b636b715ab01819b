import { type ComparedRow, type ComparedText, looksOf, placePieces } from "@/lib/charts/comparison/rows";
import type { Piece, TextComparison } from "@/lib/comparison/text-comparison";
import { goalJa } from "@/lib/texts/goal-ja";
import { itemHref } from "@/lib/urls";
import { Absent } from "../goal-pairs";
import { SourceLink } from "../narrative";
import { ComparedPieces } from "./compared-pieces";

interface ComparedCellProps {
  side: "before" | "after";
  row: ComparedRow;
  comparison: TextComparison | null;
  /** Said where the table has no head. */
  year: string;
  sources: boolean;
  dataset: string | null;
}

/** On a phone the new text stands first, right below what it is about, and the old one under it. */
const SIDES = {
  before: { cell: "narrow:order-2 narrow:border-l-4 narrow:border-l-rule narrow:pl-3", text: "pr-4 text-base narrow:pr-0 narrow:text-sm" },
  after: { cell: "narrow:order-1", text: "text-base" },
};

/** One side of a row: its texts with what is told of them by the other side's. */
export function ComparedCell({ side, row, comparison, year, sources, dataset }: ComparedCellProps) {
  const texts = row[side];
  const pieces = placePieces(texts, comparison?.[side]);
  const { cell, text: size } = SIDES[side];
  const looks = looksOf(row, comparison, side);
  return (
    <td role="cell" data-side={side} data-share={comparison?.share.toFixed(2)} className={`narrow:block narrow:border-b-0 narrow:pb-3 ${cell}`}>
      <span className="hidden text-sm text-ink-soft narrow:block">{year}</span>
      {texts.length === 0 && <p className="text-base text-ink-soft">{row.none}</p>}
      <div className={`space-y-2 ${size}`}>
        {texts.map((text, index) => (
          <ComparedValue key={index} text={text} name={row.name} pieces={pieces[index]!} looks={looks} sources={sources} dataset={dataset} />
        ))}
        {row.more && row.more[side] > 0 && <p className="text-sm text-ink-soft">{goalJa.more(row.more[side])}</p>}
      </div>
    </td>
  );
}

interface ComparedValueProps {
  text: ComparedText;
  /** What it is. */
  name: string;
  pieces: readonly Piece[];
  looks: Omit<Parameters<typeof ComparedPieces>[0], "pieces">;
  sources: boolean;
  dataset: string | null;
}

function ComparedValue({ text: { goal, pointer, label, leadsTo, text }, name, pieces, looks, sources, dataset }: ComparedValueProps) {
  return (
    <div>
      {label && <p className="text-sm text-ink-soft">{leadsTo ? <a href={itemHref(leadsTo, dataset)}>{label}</a> : label}</p>}
      {text === null ? (
        goal && <Absent goal={goal} />
      ) : (
        <p className="whitespace-pre-line">
          <ComparedPieces pieces={pieces} {...looks} />
        </p>
      )}
      {sources && goal && text !== null && <SourceLink label={label ?? name} documentId={goal.documentId} spans={goal.places[pointer]} dataset={dataset} />}
    </div>
  );
}
