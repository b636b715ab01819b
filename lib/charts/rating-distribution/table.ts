import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { chartTexts } from "@/lib/texts/chart-texts";
import { ja } from "@/lib/texts/ja";
import { type ChartTable, type ColumnOf, tabulate } from "../chart-table";
import { COUNT, year, yearJa } from "../table-columns";
import type { DistributionRow, RatingDistribution, Segment } from "./model";

interface Count {
  group: string | null;
  row: DistributionRow;
  segment: Segment | null;
}

/** How many of a count were carried on. Blank where the chart tells nothing of it, which is not zero. */
function listCarriedColumns({ carried, unit }: RatingDistribution): ColumnOf<Count>[] {
  const from = carried ? formatFiscalYear(carried.from) : "前の年度";
  const isTold = (row: DistributionRow) => carried !== null && row.fiscalYear >= carried.from;
  const read =
    (field: "carried" | "confirmed") =>
    ({ row, segment }: Count) =>
      isTold(row) ? (segment?.[field] ?? 0) : null;
  const doubt = carried && carried.confirmed < carried.count ? "（候補を含む）" : "";
  return [
    {
      name: "carried",
      label: `${from}から続く${doubt}`,
      description: `そのうち、${from}から続く${ja.unit.goals}${unit === "targets" ? "の達成目標" : ""}の数。自動判定による候補を含む。空欄は、続きを示していない年度`,
      ...COUNT,
      read: read("carried"),
    },
    {
      name: "carried_confirmed",
      label: "うち職員確認済み",
      description: "carried のうち、途中のつながりをすべて職員が確認したものの数",
      ...COUNT,
      hidden: true,
      read: read("confirmed"),
    },
  ];
}

function focusedColumn(name: string): ColumnOf<Count> {
  return { name: "focused", label: "濃く表示", description: `そのうち、${name}の数`, ...COUNT, read: ({ segment }) => segment?.focused ?? 0 };
}

/** Counts by group, year and rating: one row each; a group and year with nothing is one row that counts 0. */
export function tabulateRatings(chart: RatingDistribution): ChartTable {
  const unit = ja.unit[chart.unit];
  const texts = chartTexts(chart.language);
  const grouping: ColumnOf<Count> = {
    name: "group",
    label: ja.grouping[chart.by],
    description: `${ja.grouping[chart.by]}の名前。空欄は資料に記載がないもの`,
    type: "string",
    read: ({ group }) => group,
  };
  const columns: ColumnOf<Count>[] = [
    ...(chart.by === "year" ? [] : [grouping]),
    { ...year("fiscal_year", "年度"), read: ({ row }) => row.fiscalYear },
    { ...yearJa("fiscal_year_ja", "年度"), read: ({ row }) => formatFiscalYear(row.fiscalYear) },
    {
      name: "rating",
      label: "記号",
      description: "達成度の記号。空欄は評価未掲載か、数えるものがない行",
      type: "string",
      hidden: true,
      read: ({ segment }) => segment?.rating ?? null,
    },
    {
      name: "rating_label",
      label: "達成度",
      description: "達成度の記号と意味",
      type: "string",
      read: ({ segment }) => segment?.label ?? texts.distribution.noUnit(chart.unit),
    },
    { name: "count", label: "件数", description: `その達成度の${unit}の数`, ...COUNT, read: ({ segment }) => segment?.count ?? 0 },
    ...(chart.by === "year" ? [] : listCarriedColumns(chart)),
    ...(chart.focus?.name ? [focusedColumn(chart.focus.name)] : []),
    {
      name: "share",
      label: "割合",
      description: "評価のある件数（rated）に対する割合。空欄は評価未掲載",
      type: "number",
      unit: "割合（0–1）",
      read: ({ segment }) => (segment?.share == null ? null : Math.round(segment.share * 10000) / 10000),
    },
    { name: "rated", label: "評価のある件数", description: `評価のある${unit}の数`, ...COUNT, hidden: true, read: ({ row }) => row.rated },
    { name: "total", label: "計", description: `${unit}の数`, ...COUNT, read: ({ row }) => row.total },
  ];
  const counts = chart.groups.flatMap(({ name, rows }) =>
    rows.flatMap((row): Count[] =>
      row.segments.length === 0 ? [{ group: name, row, segment: null }] : row.segments.map((segment) => ({ group: name, row, segment })),
    ),
  );
  return tabulate(columns, counts);
}
