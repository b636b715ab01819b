import { DATASET, DIRECTION, LEVEL, SORT } from "@/lib/parameters/choices";
import { AREA, DEPARTMENT, KIND, MUNICIPALITY, POLICY_GOAL, RATING, STATUS, TARGET_RATING, UNIT, YEAR } from "@/lib/parameters/filters";
import { HEADER } from "@/lib/parameters/looks";
import type { Parameter } from "@/lib/parameters/parameter";
import { LEVEL_CODES, RELATION_CODES, STATUS_CODES } from "./codes";
import { CURSOR_PATTERN } from "./cursor";
import type { TableFormat } from "./tables";

/** What a query parameter of the tables means. */
export type TableParameter = Pick<Parameter, "name" | "label" | "description" | "repeats" | "schema" | "example">;

/** How many rows an answer holds: without `limit`, and at most. */
export const ROW_LIMITS: Record<TableFormat, { usual: number; most: number }> = {
  json: { usual: 100, most: 1000 },
  csv: { usual: 20_000, most: 20_000 },
  xlsx: { usual: 5_000, most: 5_000 },
};

const names = (codes: readonly { code: string }[]) => codes.map(({ code }) => code);

/** Which goals a table takes and in what order, as the table of goals on the site has it. */
export const GOAL_PARAMETERS: readonly Parameter[] = [
  YEAR,
  DEPARTMENT,
  AREA,
  POLICY_GOAL,
  UNIT,
  RATING,
  TARGET_RATING,
  SORT,
  DIRECTION,
  MUNICIPALITY,
  HEADER,
  DATASET,
];

/** Every query parameter of the tables, in the order in which /data explains them. */
export const TABLE_PARAMETERS: readonly TableParameter[] = [
  ...GOAL_PARAMETERS.filter(({ repeats }) => repeats),
  several(LEVEL, names(LEVEL_CODES)),
  several(KIND, names(RELATION_CODES)),
  several(STATUS, names(STATUS_CODES)),
  ...GOAL_PARAMETERS.filter(({ repeats }) => !repeats),
  single("limit", "行数", `一度に得る行数。JSONは100行（1,000行まで）、CSVは20,000行、Excelは5,000行が基本で、上限でもある。`, "10", {
    type: "integer",
    minimum: 1,
    maximum: 20_000,
  }),
  single(
    "cursor",
    "続きの位置",
    "続きを得るための値。前の答えの next にある。データ版と条件を覚えているため、条件を変えては使えない。形が合っていても、前の答えにない値には400を返す。",
    "",
    {
      type: "string",
      pattern: CURSOR_PATTERN,
    },
  ),
];

/** Parameters that every table takes. */
export const COMMON_PARAMETERS = ["municipality", "header", "dataset", "limit", "cursor"] as const;

/** The parameters of a table, in the order of `TABLE_PARAMETERS`. */
export function listParameters(table: { parameters: readonly string[] }): TableParameter[] {
  const taken = new Set<string>([...table.parameters, ...COMMON_PARAMETERS]);
  return TABLE_PARAMETERS.filter(({ name }) => taken.has(name));
}

function several({ name, label, description, example }: Parameter, values: string[]): TableParameter {
  return { name, label, description, repeats: true, schema: { type: "string", enum: values }, example };
}

function single(name: string, label: string, description: string, example: string, schema: TableParameter["schema"]): TableParameter {
  return { name, label, description, repeats: false, schema, example };
}
