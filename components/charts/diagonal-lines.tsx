interface DiagonalLinesProps {
  id: string;
  /** Pixels from one line to the next. */
  step: number;
  /** How its lines are drawn. */
  line: string;
}

/** Diagonal lines as a pattern to fill with, which tells without colour what differs. */
export function DiagonalLines({ id, step, line }: DiagonalLinesProps) {
  return (
    <pattern id={id} width={step} height={step} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <line className={line} x1="0" x2="0" y1="0" y2={step} />
    </pattern>
  );
}
