import { DIRECTIONS, SORT_KEYS } from "@/lib/urls";
import { LEVEL_CODES, RELATION_CODES, STATUS_CODES } from "./codes";
import type { TableFormat } from "./tables";

/** What a query parameter of the tables means. `schema` is the JSON Schema of one value. */
export interface TableParameter {
  name: string;
  label: string;
  description: string;
  repeats: boolean;
  schema: { type: "string" | "integer"; enum?: string[]; pattern?: string; minimum?: number; maximum?: number };
  example: string;
}

/** How many rows an answer holds: without `limit`, and at most. */
export const ROW_LIMITS: Record<TableFormat, { usual: number; most: number }> = {
  json: { usual: 100, most: 1000 },
  csv: { usual: 20_000, most: 20_000 },
  xlsx: { usual: 5_000, most: 5_000 },
};

const names = (codes: readonly { code: string }[]) => codes.map(({ code }) => code);

/** Every query parameter of the tables, in the order in which /data explains them. */
export const TABLE_PARAMETERS: readonly TableParameter[] = [
  filter("year", "年度", "西暦または和暦（2025、２０２５、令和7、R7）。継続では、元か続きの年度。", "令和7"),
  filter("department", "部", "部の識別子（department_id の値）。", "policy-promotion"),
  filter("area", "分野", "分野の名前。none は分野の記載がないもの。継続では、元か続きの分野。", "防災"),
  filter("policy-goal", "目標（まちづくりの柱）", "目標の名前。none は記載がないもの。", "安全で安心して健やかに暮らせるまち"),
  filter("unit", "所管室・課", "室・課の名前。none は記載がないもの。initiatives では、その室・課の取組だけになる。", "危機管理課"),
  filter("rating", "達成度", "重点目標の達成度（全体の達成度、ないときは一覧表の達成度）。none は達成度がないもの。", "C"),
  filter("target-rating", "達成目標の達成度", "その達成度の達成目標がある重点目標。none は達成度がないもの。targets では、その達成度の達成目標だけになる。", "A"),
  filter("level", "対象", "重点目標どうし（goal）か、具体的取組どうし（initiative）か。", "goal", names(LEVEL_CODES)),
  filter("kind", "関係", "続き方。", "continued", names(RELATION_CODES)),
  filter("status", "確認の状態", "つながりの確認の状態。終了と新規の行は状態を持たない。", "proposed", names(STATUS_CODES)),
  single("sort", "並べ方", "並べる項目。", "rating", { type: "string", enum: [...SORT_KEYS] }),
  single("direction", "向き", "asc は小さい順、desc は大きい順。年度は新しい順、ほかは小さい順が基本。", "asc", { type: "string", enum: [...DIRECTIONS] }),
  single("municipality", "自治体", "自治体の名前、または識別子に付く m で始まる記号。指定がなければ、このサイトの自治体。", "柏原市", { type: "string" }),
  single("dataset", "データ版", "データ版の識別子。指定すると、その版の内容がいつまでも変わらずに得られる。", "0".repeat(64), { type: "string", pattern: "^[0-9a-f]{64}$" }),
  single("limit", "行数", `一度に得る行数。JSONは100行（1,000行まで）、CSVは20,000行、Excelは5,000行が基本で、上限でもある。`, "10", { type: "integer", minimum: 1, maximum: 20_000 }),
  single("cursor", "続きの位置", "続きを得るための値。前の答えの next にある。データ版と条件を覚えているため、条件を変えては使えない。", "", { type: "string", pattern: "^[A-Za-z0-9_-]+$" }),
];

/** Parameters that every table takes. */
export const COMMON_PARAMETERS = ["municipality", "dataset", "limit", "cursor"] as const;

/** The parameters of a table, in the order of `TABLE_PARAMETERS`. */
export function listParameters(table: { parameters: readonly string[] }): TableParameter[] {
  const taken = new Set<string>([...table.parameters, ...COMMON_PARAMETERS]);
  return TABLE_PARAMETERS.filter(({ name }) => taken.has(name));
}

function filter(name: string, label: string, description: string, example: string, values?: string[]): TableParameter {
  return { name, label, description, repeats: true, schema: { type: "string", ...(values && { enum: values }) }, example };
}

function single(name: string, label: string, description: string, example: string, schema: TableParameter["schema"]): TableParameter {
  return { name, label, description, repeats: false, schema, example };
}
