import { printListNumber } from "./list-number";
import { childrenOf, findChild, isOn, type XmlElement } from "./xml";

/** What a paragraph's or run's style brings in. */
interface Style {
  hidden: boolean;
  list: { id: string; level: number } | null;
}

interface Level {
  format: string;
  /** `%1.` */
  text: string;
  start: number;
}

interface List {
  /** Lists of the same abstract one count on. */
  key: string;
  levels: Map<number, Level>;
  starts: Map<number, number>;
}

/** The styles and lists of a Word file. Counts while it is asked: paragraphs come in the document's order. */
export class DocxStyles {
  private readonly styles = new Map<string, XmlElement>();
  private readonly lists = new Map<string, List>();
  private readonly counts = new Map<string, number[]>();
  private readonly seen = new Set<string>();

  constructor(styles: XmlElement | null, numbering: XmlElement | null) {
    for (const style of childrenOf(findChild(styles, "styles"), "style")) this.styles.set(style.attributes.styleId ?? "", style);
    const root = findChild(numbering, "numbering");
    const abstract = new Map(childrenOf(root, "abstractNum").map((each) => [each.attributes.abstractNumId ?? "", readLevels(each)]));
    for (const num of childrenOf(root, "num")) {
      const key = findChild(num, "abstractNumId")?.attributes.val ?? "";
      const levels = new Map(abstract.get(key) ?? []);
      const starts = new Map<number, number>();
      for (const override of childrenOf(num, "lvlOverride")) {
        const level = Number(override.attributes.ilvl ?? 0);
        for (const [at, own] of readLevels(override)) levels.set(at, own);
        const start = findChild(override, "startOverride");
        if (start) starts.set(level, readCount(start));
      }
      this.lists.set(num.attributes.numId ?? "", { key, levels, starts });
    }
  }

  /** Whether a run is hidden: by its own properties, else by its style, else by its paragraph's. */
  isHidden(run: XmlElement | null, paragraph: XmlElement | null): boolean {
    const own = findChild(run, "vanish");
    if (own) return isOn(own);
    return this.find(findChild(run, "rStyle")?.attributes.val).hidden || this.find(findChild(paragraph, "pStyle")?.attributes.val).hidden;
  }

  /** The number that Word prints before a paragraph, `①` or `(1)`, with the blank behind it; empty for a bullet. */
  numberParagraph(properties: XmlElement | null): string {
    const own = findChild(properties, "numPr");
    const inherited = this.find(findChild(properties, "pStyle")?.attributes.val).list;
    const id = findChild(own, "numId")?.attributes.val ?? inherited?.id;
    const level = Number(findChild(own, "ilvl")?.attributes.val ?? inherited?.level ?? 0);
    const list = id === undefined ? undefined : this.lists.get(id);
    const shape = list?.levels.get(level);
    if (id === undefined || !list || !shape) return "";
    const counts = this.counts.get(list.key) ?? [];
    this.counts.set(list.key, counts);
    for (const [at, start] of this.seen.has(id) ? [] : list.starts) counts[at] = start - 1;
    this.seen.add(id);
    counts[level] = (counts[level] ?? shape.start - 1) + 1;
    counts.length = level + 1;
    if (shape.format === "bullet") return "";
    const text = shape.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const { format, start } = list.levels.get(at) ?? shape;
      return printListNumber(counts[at] ?? start, format) ?? "";
    });
    return text.trim() === "" ? "" : `${text} `;
  }

  private find(id: string | undefined): Style {
    let hidden: boolean | null = null;
    let list: Style["list"] = null;
    for (let depth = 0; id !== undefined && depth < 20; depth++) {
      const style = this.styles.get(id);
      const vanish = findChild(style, "rPr", "vanish");
      if (vanish) hidden ??= isOn(vanish);
      const number = findChild(style, "pPr", "numPr");
      const numId = findChild(number, "numId")?.attributes.val;
      if (numId) list ??= { id: numId, level: Number(findChild(number, "ilvl")?.attributes.val ?? 0) };
      id = findChild(style, "basedOn")?.attributes.val;
    }
    return { hidden: hidden ?? false, list };
  }
}

function readLevels(element: XmlElement): Map<number, Level> {
  return new Map(
    childrenOf(element, "lvl").map((level) => [
      Number(level.attributes.ilvl ?? 0),
      {
        format: findChild(level, "numFmt")?.attributes.val ?? "decimal",
        text: findChild(level, "lvlText")?.attributes.val ?? "",
        start: readCount(findChild(level, "start")),
      },
    ]),
  );
}

function readCount(element: XmlElement | null): number {
  const value = Number(element?.attributes.val ?? 1);
  return Number.isInteger(value) && value >= 0 && value < 100_000 ? value : 1;
}
