import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { PlanRow } from "@/lib/domain/rows";
import type { FormKind } from "@/lib/form/form-name";
import { nameForm } from "@/lib/form/form-name";
import { makeTemplate } from "@/lib/form/template";
import { TemplateError } from "@/lib/form/template-error";
import { CommandError, runCommand, runWithDatabase } from "../command";
import { homeMunicipality } from "../config";
import type { Database } from "../connection/database";
import { resolvePath } from "../named-path";
import { printText } from "../print";
import { printPath } from "../printed-path";
import { findDataset } from "../queries/datasets";
import { findPlan } from "../queries/plan";
import { listPlans } from "../queries/plans";
import { makeForm } from "./make-form";

const USAGE = `使い方: npm run form -- --department 部 --year 年度 [--blank] [--out ファイル.docx]
       npm run form -- --template --out ファイル.docx [--blank]
  部の運営方針の様式をWordの文書として作ります。前の年度の記載を「前年度（参考）」の欄に添え、--blank では添えません。
  年度は西暦です（令和8年度は 2026）。記入した様式は npm run ingest -- ファイル.docx で取り込めます。
  --template は様式のひな形を書き出します。直したものをデータフォルダの form/previous.docx（--blank では form/blank.docx）に置くと、それが使われます。
終了コード: 0 できた、1 できなかった、2 使い方の誤り`;

interface Asked {
  kind: FormKind;
  out: string | undefined;
  /** `null` for the template alone. */
  plan: { department: string; year: number } | null;
}

/** Runs `npm run form` and answers its exit code. */
export async function runForm(args: readonly string[]): Promise<number> {
  return runCommand(async () => {
    const { kind, out, plan } = parse(args);
    if (!plan) return write(out!, makeTemplate(kind), "様式のひな形");
    return runWithDatabase("read", async (db) => {
      const earlier = await findEarlier(db, plan.department, plan.year);
      try {
        const form = makeForm(kind, earlier, plan.year);
        return await write(out ?? nameForm(earlier.department, plan.year), form, `${earlier.department}の${formatFiscalYear(plan.year)}の様式`);
      } catch (error) {
        throw error instanceof TemplateError ? new CommandError(error.message) : error;
      }
    });
  });
}

/** The newest plan of a department, by any name that it had, before a year. */
async function findEarlier(db: Database, department: string, year: number) {
  const dataset = await findDataset(db);
  const plans = dataset ? (await listPlans(db, dataset)).filter(({ municipality }) => municipality === homeMunicipality()) : [];
  const named = plans.filter((plan) => plan.department === department);
  if (named.length === 0) throw new CommandError(`「${department}」の運営方針はありません。${listNames(plans)}`);
  const ids = new Set(named.map(({ departmentId }) => departmentId));
  const all = plans.filter(({ departmentId }) => ids.has(departmentId));
  const earlier = all.findLast(({ fiscalYear }) => fiscalYear < year);
  if (!earlier) {
    const first = formatFiscalYear(all[0]!.fiscalYear);
    throw new CommandError(`--year ${year}：${formatFiscalYear(year)}より前の「${department}」の運営方針はありません（最初は${first}）。`);
  }
  return (await findPlan(db, dataset!, earlier.id))!;
}

function listNames(plans: readonly PlanRow[]): string {
  const names = [...new Set(plans.map(({ department }) => department))];
  return names.length === 0 ? "先に npm run ingest で文書を取り込んでください。" : `あるのは、${names.join("、")}です。`;
}

/** A form that someone has begun to fill in is never written over. */
async function write(out: string, bytes: Uint8Array, what: string): Promise<number> {
  const file = resolvePath(out);
  try {
    await writeFile(file, bytes, { flag: "wx" });
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === "EEXIST")
      throw new CommandError(`${printPath(file)} はすでにあります。記入したものを失わないよう、上書きしません。--out で別の名前を指定してください。`);
    throw syscall ? new CommandError(`${printPath(file)} に書き込めません（${code}）。`) : error;
  }
  printText(`${what}を ${printPath(file)} に書き出しました`);
  return 0;
}

function parse(args: readonly string[]): Asked {
  const { department, year, blank, out, template } = read(args);
  const kind = blank ? "blank" : "previous";
  if (template) {
    if (out === undefined || department !== undefined || year !== undefined) throw new CommandError(USAGE, 2);
    return { kind, out, plan: null };
  }
  if (!department || year === undefined) throw new CommandError(`--department と --year が必要です。\n${USAGE}`, 2);
  if (!/^(?:19|20|21)\d\d$/.test(year)) throw new CommandError(`--year「${year}」は西暦の年度ではありません。\n${USAGE}`, 2);
  return { kind, out, plan: { department: department.normalize("NFC"), year: Number(year) } };
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        department: { type: "string" },
        year: { type: "string" },
        blank: { type: "boolean" },
        out: { type: "string" },
        template: { type: "boolean" },
      },
    }).values;
  } catch {
    throw new CommandError(USAGE, 2);
  }
}
