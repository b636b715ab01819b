import type { StretchLook } from "@/lib/charts/text-drawing";
import type { Piece } from "@/lib/comparison/text-comparison";
import { type ComparisonTexts, comparisonJa } from "@/lib/texts/comparison-ja";

/** How a stretch is told from the rest: what is gone, what is new, what both texts have. None by colour alone, on paper neither. */
const LOOKS = {
  removed: { element: "del", className: "text-ink-soft line-through decoration-rating-d decoration-2" },
  added: { element: "ins", className: "underline decoration-rating-b decoration-2 underline-offset-4" },
  shared: { element: "mark", className: "" },
} as const satisfies Record<StretchLook, { element: string; className: string }>;

/** Words before and after a stretch, for those who hear it: few screen readers tell `del`, `ins` and `mark`. */
const SPOKEN = "before:sr-only before:content-[attr(data-from)] after:sr-only after:content-[attr(data-to)]";

interface StretchProps {
  look: StretchLook;
  /** It stands in an explanation, and is no stretch of a text. */
  sample?: boolean;
  /** In an embedded page, whose own classes these are, and whose language its texts are in. */
  embedded?: ComparisonTexts | undefined;
  children: string;
}

/** A stretch of a text that is gone, new, or in both texts. */
export function Stretch({ look, sample = false, embedded, children }: StretchProps) {
  const { element: Element, className } = LOOKS[look];
  const [from, to] = (embedded ?? comparisonJa).spoken[look];
  return sample ? (
    <Element className={className}>{children}</Element>
  ) : (
    <Element className={embedded ? `${look} spoken` : `${className} ${SPOKEN}`.trim()} data-from={from} data-to={to}>
      {children}
    </Element>
  );
}

interface PiecesProps {
  pieces: readonly Piece[];
  /** How what is kept looks, and what is not; `null` for as it is. */
  kept: StretchLook | null;
  changed: StretchLook | null;
  embedded?: ComparisonTexts;
}

/** A text in pieces. */
export function ComparedPieces({ pieces, kept, changed, embedded }: PiecesProps) {
  return pieces.map((piece, index) => {
    const look = piece.kept ? kept : changed;
    // What is only blank is no change that one could see.
    if (look === null || piece.text.trim() === "") return piece.text;
    return (
      <Stretch key={index} look={look} embedded={embedded}>
        {piece.text}
      </Stretch>
    );
  });
}
