import type { Form } from "./forms/form";
import { foldText } from "./normalize";

/** Whether a cell holds the heading of a field that no plan has: 予算額, 備考, 難易度. */
export function isUnknownHeading(text: string, form: Form): boolean {
  if (text.length > 24) return false;
  return form.isReported(foldText(text.replace(/[(（［[][^()（）［］[\]]{1,16}[)）］\]]\s*$/, "")).replace(/^[(【［[〔<《■□●○◆◇▼#*]+|[)】］\]〕>》:*]+$/g, ""));
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
