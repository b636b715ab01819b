import { PRINTED_HEADINGS } from "@/lib/document/labels";
import type { FormKind } from "./form-name";
import { type Cell, PAGE_WIDTH, paragraph, type Row, type Style, table } from "./word-parts";

const H = PRINTED_HEADINGS;

/** Least heights of what is to be filled in: a line, some lines. */
const LINE = 420;
const LINES = 1000;

/** Columns of a goal's tables: two for its own values, the last for the year before. */
const OWN = [PAGE_WIDTH - 1700, 1700];
const BESIDE = [4500, 1500, PAGE_WIDTH - 6000];

/** The body of a form, with the tags that a plan is put in for: Kashiwara's, as its documents of FY2021 and FY2025 have it. */
export function printBody(kind: FormKind): string {
  const form = new Form(kind === "previous");
  return [
    paragraph("{title}", "Heading1"),
    table(
      "部と部長・監・理事",
      [2000, 4600],
      [
        { cells: [cell(H.department, "FieldName", 2000), cell("{department}", "FieldValue", 4600)], height: LINE },
        { cells: [cell("{#officers}{post}", "FieldName", 2000), cell("{name}{/officers}", "FieldValue", 4600)], height: LINE },
      ],
    ),
    form.printPolicy(),
    paragraph(`【${H.goals}】`, "Heading2"),
    form.printSummary(),
    paragraph(`【${H.scale}】`, "Heading2"),
    paragraph("{#ratingScale}", "Scale"),
    paragraph("{entry}", "Scale"),
    paragraph("{/ratingScale}", "Scale"),
    paragraph("{#priorityGoals}", "Gap"),
    form.printGoal(),
    paragraph("{/priorityGoals}", "Gap"),
    gap(),
  ].join("");
}

/** Tables with a column of the year before, or without. */
class Form {
  constructor(private readonly withPrevious: boolean) {}

  private get widths(): readonly number[] {
    return this.withPrevious ? BESIDE : OWN;
  }

  /** Headings above, their values below; the first is as wide as two columns where it stands alone. */
  private printFields(fields: readonly [heading: string, tag: string][], previous: readonly string[], height = LINES): string {
    const widths = this.widths;
    const spans = fields.length === 1;
    const lay = (texts: readonly (readonly string[])[], style: (index: number) => Style): Cell[] =>
      texts.map((each, index) => {
        const isLast = this.withPrevious && index === texts.length - 1;
        const width = isLast ? widths[2]! : spans ? widths[0]! + widths[1]! : widths[index]!;
        return {
          texts: [...each],
          style: style(index),
          width,
          ...(spans && !isLast && { columns: 2 }),
          centred: !isLast && index === 1,
          outlined: each[0] === H.basicPolicy,
        };
      });
    const heads = fields.map(([heading]) => [heading]);
    const values = fields.map(([, tag]) => [tag]);
    const rows: Row[] = [
      { cells: lay(this.withPrevious ? [...heads, [H.ignored]] : heads, () => "FieldName"), heads: true },
      { cells: lay(this.withPrevious ? [...values, previous] : values, (index) => (index === fields.length ? "Previous" : "FieldValue")), height },
    ];
    return table(fields.map(([heading]) => heading).join("と"), widths, rows);
  }

  /** A heading with its short value beside it. */
  private printPair(heading: string, tag: string): string {
    const [name, value] = [1700, this.withPrevious ? 2600 : PAGE_WIDTH - 1700];
    const cells = [cell(heading, "FieldName", name), cell(tag, "FieldValue", value)];
    if (!this.withPrevious) return table(heading, [name, value], [{ cells, height: LINE }]);
    const [before, last] = [1700, PAGE_WIDTH - name - value - 1700];
    const more = [cell(H.ignored, "FieldName", before), cell(`{previous.${tag.slice(1)}`, "Previous", last)];
    return table(heading, [name, value, before, last], [{ cells: [...cells, ...more], height: LINE }]);
  }

  printPolicy(): string {
    if (!this.withPrevious)
      return (
        paragraph(`【${H.basicPolicy}】`, "Heading2") +
        table(H.basicPolicy, [PAGE_WIDTH], [{ cells: [{ texts: ["{basicPolicy}"], style: "FieldValue", width: PAGE_WIDTH }], height: 2200 }])
      );
    return gap() + this.printFields([[H.basicPolicy, "{basicPolicy}"]], ["{previous.basicPolicy}"], 2200);
  }

  /** 1 | 目標 | (5) … | 分野 | … | 令和8年度 達成状況, and below the goal with its rating. */
  printSummary(): string {
    const year = `{fiscalYear} ${H.achievement}`;
    const widths = this.withPrevious ? [440, 640, 1780, 640, 1280, 2140, PAGE_WIDTH - 6920] : [560, 700, 3200, 700, 2400, PAGE_WIDTH - 7560];
    const at = (index: number) => widths[index]!;
    const title = widths.slice(1, 5).reduce((sum, width) => sum + width, 0);
    const first: Cell[] = [
      { texts: ["{#priorityGoals}{number}"], style: "FieldName", width: at(0), merge: "begins", centred: true },
      cell(H.policyGoal, "FieldName", at(1)),
      cell("{policyGoal}", "FieldValue", at(2)),
      cell(H.policyArea, "FieldName", at(3)),
      cell("{policyArea}", "FieldValue", at(4)),
      { texts: [year], style: "FieldName", width: at(5), centred: true },
    ];
    const second: Cell[] = [
      { texts: [""], style: "FieldName", width: at(0), merge: "goes-on" },
      { texts: ["{title}"], style: "FieldValue", width: title, columns: 4 },
      { texts: ["{listedRating}{/priorityGoals}"], style: "FieldValue", width: at(5), centred: true },
    ];
    if (this.withPrevious) {
      first.push(cell(H.ignored, "FieldName", at(6)));
      second[2]!.texts = ["{listedRating}"];
      second.push({ texts: ["{previous.title}", "{previous.listedRating}{/priorityGoals}"], style: "Previous", width: at(6) });
    }
    return table(`${H.goals}の一覧`, widths, [
      { cells: first, keepsNext: true },
      { cells: second, height: 560 },
    ]);
  }

  printGoal(): string {
    const before = [
      cell(H.ignored, "FieldName", 1700),
      { ...cell("{previous.title}", "Previous", PAGE_WIDTH - 1700), texts: ["{previous.title}", "{previous.policyGoal}　{previous.policyArea}"] },
    ];
    return [
      paragraph(`${H.goals} {number}`, "Heading2", "<w:pageBreakBefore/>"),
      table(H.goals, [PAGE_WIDTH], [{ cells: [cell("{title}", "FieldValue", PAGE_WIDTH)], height: 560 }]),
      ...(this.withPrevious ? [seam(), table(H.ignored, [1700, PAGE_WIDTH - 1700], [{ cells: before }])] : []),
      gap(),
      paragraph("{#targets}", "Gap"),
      this.printFields([[H.target, "{text}"]], ["{previous.text}"]),
      seam(),
      this.printFields(
        [
          [H.achievement, "{achievement}"],
          [H.rating, "{rating}"],
        ],
        ["{previous.achievement}", "{previous.rating}"],
      ),
      gap(),
      paragraph("{/targets}", "Gap"),
      paragraph("{#initiatives}", "Gap"),
      this.printFields([[H.initiative, "{text}"]], ["{previous.text}"]),
      seam(),
      this.printFields([[H.result, "{reportedResult}"]], ["{previous.reportedResult}"]),
      seam(),
      this.printPair(H.unit, "{responsibleUnit}"),
      gap(),
      paragraph("{/initiatives}", "Gap"),
      this.printFields([[H.assessment, "{overallAssessment}"]], ["{previous.overallAssessment}"]),
      seam(),
      this.printPair(H.overallRating, "{overallRating}"),
      gap(),
      this.printFields([[H.future, "{futureConsiderations}"]], ["{previous.futureConsiderations}"]),
    ].join("");
  }
}

/** A cell of one line. */
function cell(text: string, style: Style, width: number): Cell {
  return { texts: [text], style, width, middle: true };
}

/** Between two tables, which Word would else take for one. */
function gap(): string {
  return paragraph("", "Gap");
}

/** The same between what belongs together. */
function seam(): string {
  return paragraph("", "Seam");
}
