import type { ReactNode } from "react";
import type { RatingTone } from "@/lib/domain/rating/tone";

/** How each tone of a rating looks; the charts' marks have the same in lib/charts/drawing-style.ts. */
const TONES: Record<RatingTone, string> = {
  a: "border-transparent bg-rating-a text-rating-ink",
  b: "border-transparent bg-rating-b text-rating-ink",
  c: "border-transparent bg-rating-c text-rating-ink",
  d: "border-transparent bg-rating-d text-rating-ink",
  e: "border-rating-e bg-[repeating-linear-gradient(45deg,transparent_0_3px,var(--color-rule)_3px_5px)] text-ink",
  none: "border-rule-strong text-ink-soft",
};

const SIZES = { usual: "text-sm/none", large: "text-lg/none" };

interface BadgeProps {
  tone: RatingTone;
  decorative?: boolean;
  size?: keyof typeof SIZES;
  children: ReactNode;
}

/** A letter on its tone. */
export function Badge({ tone, decorative = false, size = "usual", children }: BadgeProps) {
  return (
    <span
      aria-hidden={decorative ? "true" : undefined}
      className={`inline-flex h-[1.75em] min-w-[1.75em] items-center justify-center rounded-[3px] border-[1.5px] px-[0.3em] font-bold [print-color-adjust:exact] ${SIZES[size]} ${TONES[tone]}`}
    >
      {children}
    </span>
  );
}
