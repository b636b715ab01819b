import { existsSync, mkdirSync, realpathSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { printPlanObject } from "@/lib/document/plan-json";
import { type CountrySize, generateCountry, LARGEST } from "@/lib/generation/country";
import { CommandError, runCommand } from "../command";
import { documentsFolder } from "../config";
import { resolvePath } from "../named-path";
import { printText } from "../print";
import { printPath } from "../printed-path";

const USAGE = `使い方: npm run generate -- --out フォルダ [--municipalities 数] [--departments 数] [--years 数] [--seed 数]
  架空の自治体の運営方針を plan JSON（ayumi-plan/1）として書き出します。1ファイルに、1自治体1年度のすべての部が入ります。
  同じ指定からは、いつも同じ内容ができます。取り込むときは、別のデータベースを DATABASE_URL で指定してください。
  --municipalities 自治体の数（3、${LARGEST.municipalities}まで）  --departments 部の数（12、${LARGEST.departments}まで）
  --years 年度の数（5、${LARGEST.years}まで）  --seed 乱数の種（1）`;

/** Runs `npm run generate` and answers its exit code: 0 written, 1 it cannot be written, 2 wrong usage. */
export async function runGenerate(args: readonly string[]): Promise<number> {
  return runCommand(async () => {
    const { out, size } = parse(args);
    const folder = resolvePath(out);
    try {
      assertApart(folder);
      mkdirSync(folder, { recursive: true });
      assertApart(realpathSync(folder));
      const { files, plans } = await writeCountry(folder, size);
      printText(`架空の運営方針 ${plans}件を、${files}個のファイルとして ${printPath(folder)} に書き出しました`);
    } catch (error) {
      const { syscall, code } = error as NodeJS.ErrnoException;
      throw syscall ? new CommandError(`書き出し先 ${printPath(folder)} に書き込めません（${code}）。`) : error;
    }
    return 0;
  });
}

/** Writes an invented country's plans, one file a municipality and year; no more than one year is held at a time. */
export async function writeCountry(folder: string, size: CountrySize): Promise<{ files: number; plans: number }> {
  let [files, count] = [0, 0];
  for (const { index, fiscalYear, plans } of generateCountry(size)) {
    const name = `fictitious-${String(index + 1).padStart(4, "0")}-${fiscalYear}.json`;
    await writeFile(path.join(folder, name), `${JSON.stringify(plans.map(printPlanObject), null, 2)}\n`);
    files += 1;
    count += plans.length;
  }
  return { files, plans: count };
}

/** What is invented must never stand among the city's own documents, which every start takes in. */
function assertApart(folder: string): void {
  const documents = documentsFolder();
  const isInside = [documents, ...(existsSync(documents) ? [realpathSync(documents)] : [])].some((own) => folder === own || folder.startsWith(own + path.sep));
  if (isInside) {
    throw new CommandError(`${printPath(folder)} は市の資料のフォルダなので、架空のものは書き出せません。ほかのフォルダを --out で指定してください。`, 2);
  }
}

function parse(args: readonly string[]): { out: string; size: CountrySize } {
  const text = { type: "string" } as const;
  const { values } = parseOptions(args, { out: text, municipalities: text, departments: text, years: text, seed: text });
  if (!values.out) throw new CommandError(USAGE, 2);
  const read = (name: keyof CountrySize, usual: number, most: number): number => {
    const value = values[name] ?? String(usual);
    if (/^\d{1,10}$/.test(value) && Number(value) <= most && (name === "seed" || Number(value) > 0)) return Number(value);
    throw new CommandError(`--${name} ${value} は使えません。${name === "seed" ? 0 : 1} から ${most} までの整数を指定してください。\n${USAGE}`, 2);
  };
  return {
    out: values.out,
    size: {
      municipalities: read("municipalities", 3, LARGEST.municipalities),
      departments: read("departments", 12, LARGEST.departments),
      years: read("years", 5, LARGEST.years),
      seed: read("seed", 1, 4294967295),
    },
  };
}

function parseOptions<Options extends NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>["options"]>>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options });
  } catch {
    throw new CommandError(USAGE, 2);
  }
}
