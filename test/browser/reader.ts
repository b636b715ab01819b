/**
 * Runs in a page: what a reader would see wrong in it as it stands, a line a fault. Holds for any page of the site and
 * of its embeds at any width; knows nothing of their class names.
 */
export function findFaults(): string[] {
  const faults: string[] = [];
  const say = (what: string, element: Element) =>
    faults.push(`${what}: <${element.localName}${element.id && ` id=${element.id}`}> ${element.textContent!.trim().slice(0, 40)}`);
  const sizeOf = (element: Element) => parseFloat(getComputedStyle(element).fontSize);
  const isSeen = (element: Element) => element.checkVisibility() && !isHiddenFromView(element);

  /** Kept for those who hear the page. */
  function isHiddenFromView(element: Element): boolean {
    for (let each: Element | null = element; each; each = each.parentElement) {
      const { position, clipPath, clip } = getComputedStyle(each);
      if (position === "absolute" && (clipPath !== "none" || clip !== "auto")) return true;
    }
    return false;
  }

  /** What stands in softer ink, or in a control, a table, a caption or around the page, is not what is read through. */
  const soft = readSoftInk();
  function isSecondary(element: Element): boolean {
    if (
      element.closest(
        "table, form, nav, header:not(main header), footer, figcaption, summary, pre, textarea, details, [role=group], [aria-live], [data-tip], ul[aria-label=凡例], ul[aria-label=Legend], .source, sup, [data-told]",
      )
    )
      return true;
    for (let each: Element | null = element; each && each !== document.body; each = each.parentElement) {
      if (getComputedStyle(each).color === soft) return true;
    }
    // A badge.
    const { display, borderTopWidth } = getComputedStyle(element);
    return ["inline-flex", "inline-block"].includes(display) || borderTopWidth !== "0px";
  }
  function readSoftInk(): string {
    const probe = document.body.appendChild(document.createElement("p"));
    probe.style.color = "var(--color-ink-soft)";
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color === getComputedStyle(document.body).color ? "none" : color;
  }

  function checkHeadings(): void {
    const heads = [...document.querySelectorAll("h1")].filter(isSeen);
    if (heads.length !== 1) faults.push(`${heads.length} h1`);
    for (const head of [...document.querySelectorAll("h2")].filter(isSeen)) if (heads[0] && sizeOf(head) > sizeOf(heads[0])) say("larger than the h1", head);
  }

  function checkRows(): void {
    for (const row of [...document.querySelectorAll("tr")].filter(isSeen)) {
      const { display } = getComputedStyle(row);
      const [own, table] = [row.getBoundingClientRect(), row.closest("table")!.getBoundingClientRect()];
      if (own.width < table.width - 2) say(`row of ${own.width} px in a table of ${table.width}`, row);
      if (display !== "table-row") continue;
      const tops = [...row.cells].filter(isSeen).map((cell) => cell.getBoundingClientRect().top);
      if (Math.max(...tops) - Math.min(...tops) > 1) say("cells that do not share their top", row);
    }
    for (const name of [...document.querySelectorAll("main dt")].filter(isSeen)) {
      const value = name.nextElementSibling;
      if (!value) continue;
      const [one, other] = [name.getBoundingClientRect(), value.getBoundingClientRect()];
      if (other.top < one.bottom - 1 && Math.abs(one.top - other.top) > 8) say("name beside another value", name);
    }
  }

  interface Line {
    rect: DOMRect;
    node: Text;
    element: Element;
  }
  /** Each line of each text that is seen. */
  function listLines(): Line[] {
    const lines: Line[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const element = node.parentElement!;
      if (!node.data.trim() || element.closest("script, style, title, textarea, option, noscript, pattern") || !isSeen(element)) continue;
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) if (rect.width > 1 && rect.height > 1) lines.push({ rect, node, element });
    }
    return lines;
  }

  function checkSizes(lines: Line[]): void {
    const told = new Set<Element>();
    for (const { element } of lines) {
      if (told.has(element)) continue;
      told.add(element);
      const size = sizeOf(element);
      if (element instanceof SVGElement) {
        const shown = size * (element as SVGGraphicsElement).getScreenCTM()!.a;
        if (shown < 11.95) say(`chart text of ${shown.toFixed(1)} px`, element);
      } else if (size < 14) say(`text of ${size} px`, element);
      else if (size < 16 && !isSecondary(element)) say(`body text of ${size} px`, element);
    }
  }

  const isScrolled = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
  /** Beyond the edge of what is scrolled by itself, where nothing of it is seen. */
  function isScrolledAway(element: Element, rect: DOMRect): boolean {
    for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
      const { left, right } = box.getBoundingClientRect();
      if (isScrolled(box) && (rect.left >= right || rect.right <= left)) return true;
    }
    return false;
  }
  function checkPlaces(lines: Line[]): void {
    if (document.documentElement.scrollWidth > innerWidth) faults.push(`page of ${document.documentElement.scrollWidth} px in a window of ${innerWidth}`);
    for (const { rect, node, element } of lines) {
      // Where a line is broken at a tab, that hangs beyond the end, unseen.
      if (node.data.includes("\t")) continue;
      for (let box: Element | null = element; box && box !== document.body; box = box.parentElement) {
        if (isScrolled(box)) break;
        if (box instanceof SVGElement || getComputedStyle(box).display.startsWith("inline")) continue;
        const { left, right } = box.getBoundingClientRect();
        if (rect.left < left - 1.5 || rect.right > right + 1.5) {
          say("text outside its box", element);
          break;
        }
        const { overflowX } = getComputedStyle(box);
        if ((overflowX === "hidden" || overflowX === "clip") && box.scrollWidth > box.clientWidth + 1) say("cut text", box);
      }
    }
  }

  /** Lines that lie on each other: their middle halves, as letters seldom fill a line. */
  function checkOverlaps(lines: Line[]): void {
    const shown = lines
      .filter(({ element, rect }) => !element.closest("[data-told]") && !isScrolledAway(element, rect))
      .map(({ rect, element }) => ({
        left: rect.left + 1,
        right: rect.right - 1,
        top: rect.top + rect.height / 4,
        bottom: rect.bottom - rect.height / 4,
        element,
      }));
    shown.sort((a, b) => a.top - b.top);
    for (const [index, one] of shown.entries()) {
      for (let next = index + 1; next < shown.length && shown[next]!.top < one.bottom; next++) {
        const other = shown[next]!;
        if (other.left < one.right && one.left < other.right && !one.element.contains(other.element) && !other.element.contains(one.element))
          say(`text on the text "${other.element.textContent!.trim().slice(0, 20)}"`, one.element);
      }
    }
  }

  /** Two things beside each other in a line, each with an element of its own, without room or a mark between them. */
  function checkNeighbours(lines: Line[]): void {
    const ends = /[\s、。・：:；（）()「」『』［］【】／/〜～–—→＝=_,.!?！？“”"']$/;
    const begins = /^[\s、。・：:；（）()「」『』［］【】／/〜～–—→＝=_,.!?！？“”"']/;
    for (let index = 1; index < lines.length; index++) {
      const [one, other] = [lines[index - 1]!, lines[index]!];
      if (one.node === other.node || one.element instanceof SVGElement || Math.abs(one.rect.bottom - other.rect.bottom) > 12) continue;
      const gap = other.rect.left - one.rect.right;
      if (gap > 1.5 || gap < -4 || ends.test(one.node.data) || begins.test(other.node.data)) continue;
      const runs = (line: Line) =>
        line.element.closest("ins, del, mark, p > span > span") !== null ||
        [...(line.element.parentElement?.children ?? [])].some(({ localName }) => /^(?:ins|del|mark|wbr)$/.test(localName));
      const isOwn = (line: Line, beside: Line) => !line.element.contains(beside.element);
      if (isOwn(one, other) && isOwn(other, one) && !runs(one) && !runs(other)) say(`touches "${other.node.data.trim().slice(0, 20)}"`, one.element);
    }
  }

  document.querySelectorAll("details").forEach((details) => (details.open = true));
  const lines = listLines();
  checkHeadings();
  checkRows();
  checkSizes(lines);
  checkPlaces(lines);
  checkOverlaps(lines);
  checkNeighbours(lines);
  return [...new Set(faults)];
}
