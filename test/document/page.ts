import type { PolicyGoal, Rating, RatingScaleEntry } from "@/lib/domain/plan";
import { entriesInForce } from "@/lib/domain/rating/form";
import type { Layout } from "./layout";

const DECORATIONS = ["|", "【|】", "［|］", "〔|〕", "[|]", "<|>", "■|", "●|", "◆ |", "○|", "## |", "### |", "**|**", "【 | 】", "■ |：", "**|：**"];
const NOISE = ["", "", "", "-------\t-------", "====", "\f", "- 3 -", "3 / 10", "***", "５ページ", "　　", "---", "────────"];

/** A page that text is set on line by line, in the ways that a layout chooses. */
export class Page {
  private readonly lines: string[] = [];

  constructor(readonly layout: Layout) {}

  text(): string {
    const newline = this.layout.pick("\n", "\r\n", "\r");
    return this.lines.join(newline) + this.layout.pick("", newline);
  }

  put(...lines: string[]): void {
    this.lines.push(...lines);
  }

  /** Blank lines, separators, page breaks and page numbers between parts. */
  gap(): void {
    for (let count = this.layout.pick(0, 1, 1, 3); count > 0; count--) this.put(this.layout.pick("", ...NOISE));
  }

  /** A heading alone on its line. */
  heading(words: string): void {
    this.gap();
    this.put(this.decorate(words) + this.layout.pick("", "", "\t", " "));
    if (this.layout.chance(3)) this.gap();
  }

  decorate(words: string): string {
    return this.layout.pick("|", "|", "|", ...DECORATIONS).replace("|", words);
  }

  /** Lines of text, perhaps with blank lines or a page break between. */
  paragraphs(lines: readonly string[]): void {
    for (const line of lines) {
      this.put(this.layout.pick("", "", " ", "　") + this.dress(this.escape(line)) + this.layout.pick("", "", "\t", " "));
      if (this.layout.chance(3)) this.gap();
    }
  }

  /** A heading and its value in one line, or one under the other. */
  labelled(words: string, value: string): void {
    this.put(this.decorate(words) + this.layout.pick("：", ":", "\t", "： ", "\t") + value);
  }

  /** Cells of a row of headings and values. */
  row(cells: readonly string[]): void {
    this.cells(cells, this.layout.chance(4));
  }

  cells(cells: readonly string[], piped: boolean): void {
    this.put(piped ? `| ${cells.map(escapePipes).join(" | ")} |` : cells.join("\t"));
  }

  /** Headings beside each other with rows below, in tabs or Markdown pipes. Values of several lines are broken by `<br>`. */
  table(headings: readonly string[], rows: readonly (readonly string[])[], form: "whole" | "loose" = "loose"): void {
    const piped = this.layout.chance(3);
    this.cells(
      headings.map((heading) => (form === "whole" ? heading : heading && this.decorate(heading))),
      piped,
    );
    if (piped) this.put(`|${" --- |".repeat(headings.length)}`);
    else if (this.layout.chance(4)) this.put(headings.map(() => "---").join("\t"));
    for (const row of rows) {
      this.cells(
        row.map((value) => value.replaceAll("\n", this.layout.pick("<br>", "<br/>", "<br />"))),
        piped,
      );
      if (!piped && this.layout.chance(4)) this.put("");
    }
  }

  number(value: number): string {
    const circled = value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value);
    return this.layout.pick(String(value), this.wide(String(value)), `(${value})`, circled, `${value}.`);
  }

  policyGoal(goal: PolicyGoal | null): string[] {
    if (!goal) return [""];
    return goal.code === null ? [goal.name] : [this.layout.pick("(|)", "（|）").replace("|", this.layout.pick(goal.code, this.wide(goal.code))), goal.name];
  }

  /** A rating in one of the ways it is written, or nothing. */
  rating(rating: Rating | null, scale: readonly RatingScaleEntry[]): string {
    if (rating === null) return this.layout.pick("", "", "－");
    const label = entriesInForce(scale).find((entry) => entry.rating === rating)?.label;
    if (!label) return this.layout.pick(rating, `<b>${rating}</b>`);
    const letter = this.layout.pick(rating, this.wide(rating));
    return this.layout.pick(
      letter,
      `${letter} ${label}`,
      label,
      `${letter}：${label}`,
      `${letter}（${label}）`,
      `${letter} <small>${label}</small>`,
      `${letter}　${label}`,
      `${letter}・${label}`,
    );
  }

  /** Characters that a converter would write as references, and some that it might. */
  escape(text: string): string {
    const isForced = /&[#\w]+;|<\/?[a-z]+ ?\/?>/i.test(text);
    if (!isForced && this.layout.chance(2)) return text;
    return text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign] ?? sign);
  }

  /** Tags that a converter leaves around a line. */
  dress(line: string): string {
    return this.layout
      .pick(
        "|",
        "|",
        "|",
        "|",
        "<p>|</p>",
        "<small>|</small>",
        '<ul style="list-style-type: none"> |',
        "<li>|</li>",
        "|<br>",
        "<span class='a|b>c'>|</span>".replace("a|b", "a b"),
      )
      .replace("|", () => line);
  }

  wide(text: string): string {
    return text.replace(/[0-9A-Za-z()]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  }
}

function escapePipes(cell: string): string {
  return cell.replaceAll("|", "\\|");
}
