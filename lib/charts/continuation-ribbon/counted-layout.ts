import type { ChartTexts } from "@/lib/texts/chart-ja";
import { chartTexts } from "@/lib/texts/chart-texts";
import { measureText, wrapText } from "../text-fit";
import type { CountedDepartment, CountedFlow, CountedRibbon, CountedYear } from "./counted";
import type { DrawnBar, DrawnFlow, DrawnNode, DrawnRibbon } from "./drawn";
import { BAR, FONT, LINE, PAD, type PlacedHeading } from "./place";

/** Pixels: a year's column of text, the least and the widest room between years, the highest bar. */
const LABEL = 44;
const LEAST_GAP = 40;
const WIDEST_GAP = 160;
const TALLEST = 56;
const YEARS = 32;

/** A flow's share of a bar, in items from the bar's top. */
type Share = { start: number; size: number };

/**
 * Places a department below the other, in each its years beside each other: a bar is as high as there are items, its
 * foot what ends or is new, and a ribbon what goes on. Pixels; wider than asked where the years need more.
 */
export function layoutCounted(counted: CountedRibbon, width: number): DrawnRibbon {
  const { departments, fiscalYears } = counted;
  const texts = chartTexts(counted.language);
  const step = LABEL + 2 * (BAR + PAD);
  const gaps = Math.max(1, fiscalYears.length - 1);
  const gap = Math.min(WIDEST_GAP, Math.max(LEAST_GAP, Math.floor((width - fiscalYears.length * step) / gaps)));
  const columns = new Map(fiscalYears.map((year, index) => [year, index * (step + gap)]));
  const whole = fiscalYears.length * step + (fiscalYears.length - 1) * gap;
  const unit = TALLEST / Math.max(1, ...departments.flatMap(({ years }) => years.map(({ total }) => total)));
  const headings = fiscalYears.map((year): PlacedHeading => {
    const inFull = texts.year(year);
    const text = measureText(inFull) * FONT <= step ? inFull : texts.yearShort(year);
    return { text, x: columns.get(year)! + BAR + PAD, y: 14, anchor: "start", what: "year" };
  });
  const several = new Set(departments.map(({ municipality }) => municipality)).size > 1;
  const rules: number[] = [];
  const tops: number[] = [];
  let y = YEARS;
  for (const department of departments) {
    rules.push(y);
    for (const text of wrapText(several ? `${department.municipality} ${department.name}` : department.name, whole / FONT)) {
      y += LINE;
      headings.push({ text, x: 0, y, anchor: "start", what: "department" });
    }
    tops.push((y += 10));
    y += Math.max(LINE, unit * Math.max(...department.years.map(({ total }) => total))) + 14;
  }
  const shares = shareFlows(counted);
  const place = (at: CountedFlow["from"], { start, size }: Share): [number, number] => [
    tops[at.department]! + unit * start,
    tops[at.department]! + unit * (start + size),
  ];
  const lineages = departments.map((department, index) => [
    ...department.years
      .filter(({ total }) => total > 0)
      .map((year) => drawYear(department, year, { x: columns.get(year.fiscalYear)!, y: tops[index]!, unit, years: fiscalYears, level: counted.level, texts })),
    ...counted.flows
      .filter(({ from }) => from.department === index)
      .map(
        (flow): DrawnFlow => ({
          what: "flow",
          key: `${flow.from.fiscalYear}-${flow.from.department}/${flow.to.fiscalYear}-${flow.to.department}`,
          name: nameCountedFlow(flow, departments, texts),
          lead: { department: departments[flow.to.department]!.id },
          kind: "continued",
          status: flow.checked === flow.links ? "confirmed" : "proposed",
          x0: columns.get(flow.from.fiscalYear)! + step,
          x1: columns.get(flow.to.fiscalYear)!,
          start: place(flow.from, shares.get(flow)!.from),
          end: place(flow.to, shares.get(flow)!.to),
        }),
      ),
  ]);
  return { width: whole, height: y, headings, rules, lineages };
}

interface YearPlace {
  x: number;
  y: number;
  unit: number;
  years: readonly number[];
  level: CountedRibbon["level"];
  texts: ChartTexts;
}

function drawYear(department: CountedDepartment, { fiscalYear, total, begun, ended }: CountedYear, { x, y, unit, years, level, texts }: YearPlace): DrawnNode {
  const [arrives, departs] = [fiscalYear !== years[0], fiscalYear !== years.at(-1)];
  const right = x + LABEL + BAR + 2 * PAD;
  const height = Math.max(3, unit * total);
  const stack = (left: number, foot: number, what: "new" | "ended"): DrawnBar[] => {
    const edge = y + (height * (total - foot)) / total;
    return [
      ...(foot < total ? [{ what: "on" as const, x: left, y, width: BAR, height: edge - y }] : []),
      ...(foot > 0 ? [{ what, x: left, y: edge, width: BAR, height: y + height - edge }] : []),
    ];
  };
  const middle = y + Math.max(LINE, height) / 2;
  return {
    what: "node",
    key: `${fiscalYear}-${department.id}`,
    name: texts.ribbon.countedYear(fiscalYear, department.name, level, { total, begun, ended }),
    lead: { department: department.id },
    bars: [...(arrives ? stack(x, begun, "new") : []), ...(departs ? stack(right, ended, "ended") : [])],
    joined: arrives && departs,
    label: { x: x + BAR + PAD, anchor: "start", lines: [{ text: texts.count(total), what: "title", y: middle + 5 }] },
    area: { x: arrives ? x : x + BAR + PAD, y, width: (departs ? right + BAR : right - PAD) - (arrives ? x : x + BAR + PAD), height: Math.max(LINE, height) },
  };
}

/** 「健康部 令和4年度の5件が令和5年度の4件に続く（つながり5件、うち職員が確認1件）」 */
function nameCountedFlow({ from, to, before, after, links, checked }: CountedFlow, departments: readonly CountedDepartment[], texts: ChartTexts): string {
  const nameOf = (index: number) => departments[index]!.name;
  return texts.ribbon.countedFlow([nameOf(from.department), from.fiscalYear, before], [nameOf(to.department), to.fiscalYear, after], { links, checked });
}

/** Each flow's part of its bars: one below the other from the top, made narrower where items that were split would need more than there are. */
function shareFlows({ flows, departments }: CountedRibbon): Map<CountedFlow, { from: Share; to: Share }> {
  const keyOf = (side: "from" | "to", { department, fiscalYear }: CountedFlow["from"]) => `${side} ${department} ${fiscalYear}`;
  const wanted = new Map<string, number>();
  for (const { from, to, before, after } of flows) {
    wanted.set(keyOf("from", from), (wanted.get(keyOf("from", from)) ?? 0) + before);
    wanted.set(keyOf("to", to), (wanted.get(keyOf("to", to)) ?? 0) + after);
  }
  const used = new Map<string, number>();
  const take = (side: "from" | "to", at: CountedFlow["from"], size: number): Share => {
    const key = keyOf(side, at);
    const { total, begun, ended } = departments[at.department]!.years.find(({ fiscalYear }) => fiscalYear === at.fiscalYear)!;
    const room = total - (side === "from" ? ended : begun);
    const start = used.get(key) ?? 0;
    const share = size * Math.min(1, room / wanted.get(key)!);
    used.set(key, start + share);
    return { start, size: share };
  };
  return new Map(flows.map((flow) => [flow, { from: take("from", flow.from, flow.before), to: take("to", flow.to, flow.after) }]));
}
