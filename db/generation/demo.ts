import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { setVariables, VARIABLES } from "@/lib/config";
import { isFictitious } from "@/lib/domain/fictitious";
import { type CountrySize, generateCountry, LARGEST } from "@/lib/generation/country";
import { CommandError } from "../command";
import { resolvePath } from "../named-path";
import { printPath } from "../printed-path";
import { writeCountry } from "./generate-command";

const DEMO_USAGE = `使い方: npm run demo -- [--departments 数] [--years 数] [--seed 数] [--folder フォルダ]
  架空の市の運営方針を作り、それだけのデータベースで、サイトを始めます。ほかのデータベースには何も書き込みません。
  --departments 部の数（12、${LARGEST.departments}まで）  --years 年度の数（8、${LARGEST.years}まで）  --seed 乱数の種（3）
  --folder 作る場所（プロジェクトの .demo）`;

/** Variables that say something of the user's own city and its site, which the invented one has no part in. */
const OWN_VARIABLES = Object.keys(VARIABLES).filter((name) => /^(?:AYUMI|DATABASE)_/.test(name));

/** Where an invented city lies, and how large it is. */
export interface Demo {
  folder: string;
  size: CountrySize;
}

/** Reads the command's arguments. Throws `CommandError` with the usage where they are wrong. */
export function readDemo(args: readonly string[]): Demo {
  const text = { type: "string" } as const;
  const { values } = parse(() => parseArgs({ args: [...args], options: { departments: text, years: text, seed: text, folder: text } }));
  const read = (name: "departments" | "years" | "seed", usual: number, least: number, most: number): number => {
    const number = Number(values[name] ?? usual);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new CommandError(`--${name} ${values[name]} は使えません。${least} から ${most} までの整数を指定してください。\n${DEMO_USAGE}`, 2);
  };
  const size = {
    municipalities: 1,
    departments: read("departments", 12, 1, LARGEST.departments),
    years: read("years", 8, 1, LARGEST.years),
    seed: read("seed", 3, 0, 4294967295),
  };
  const folder = values.folder === undefined ? path.join(process.cwd(), ".demo") : resolvePath(values.folder);
  return { folder: path.join(folder, `${size.departments}x${size.years}-${size.seed}`), size };
}

/**
 * Writes an invented city's data folder, and has this process's variables name it and a database in it. Throws
 * `CommandError` where a real city's data lie there, or nothing can be written.
 */
export async function openDemo({ folder, size }: Demo): Promise<void> {
  const file = path.join(folder, "ayumi.json");
  try {
    if (existsSync(file) && !isFictitious((JSON.parse(readFileSync(file, "utf8")) as { municipality: string }).municipality)) {
      throw new CommandError(`${printPath(folder)} には架空でない市のデータがあります。ほかのフォルダを --folder で指定してください。`);
    }
    const documents = path.join(folder, "documents");
    mkdirSync(documents, { recursive: true });
    await writeCountry(documents, size);
    const [first] = generateCountry(size);
    const [plan] = first!.plans;
    writeFileSync(file, `${JSON.stringify({ municipality: plan!.municipality, departments: first!.plans.map(({ department }) => department) }, null, 2)}\n`);
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException;
    throw syscall ? new CommandError(`${printPath(folder)} に書き込めません（${code}）。`) : error;
  }
  setVariables({ ...Object.fromEntries(OWN_VARIABLES.map((name) => [name, undefined])), AYUMI_DATA: folder });
}

function parse<Parsed>(read: () => Parsed): Parsed {
  try {
    return read();
  } catch {
    throw new CommandError(DEMO_USAGE, 2);
  }
}
