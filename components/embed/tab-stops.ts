/** Marks of a drawing that may be tab stops; with more, somebody at a keyboard would not get past it. */
const MOST_STOPS = 60;

const MARK = / data-mark="[^"]*"/g;

/** An embed's markup, in which the marks of a drawing of very many are no tab stops: its table has the same links. */
export function limitTabStops(markup: string): string {
  return markup.replace(/<svg[^]*?<\/svg>/g, (drawing) => {
    const marks = drawing.match(MARK) ?? [];
    return marks.length > MOST_STOPS ? drawing.replace(MARK, '$& tabindex="-1"') : drawing;
  });
}
