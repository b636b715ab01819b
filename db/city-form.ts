import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { KASHIWARA, parseForm } from "@/lib/document/forms/form";
import { formSchema } from "@/lib/document/forms/form-schema";
import type { FormDefinition } from "@/lib/domain/form-definition";
import { readCheckedJson } from "./checked-json";
import { DataFolderError } from "./city-file";
import { dataCity, dataFolder, isHomeOfData } from "./config";
import { printPath } from "./printed-path";

/** Forms that are Ayumi's own, beside a city's in its data folder. */
const OWN_FOLDER = path.join(process.cwd(), "lib", "document", "forms");

/** The form that documents are printed on unless another one is named: the data folder's, `null` for Kashiwara's. Throws `DataFolderError` for one that is none. */
export function homeForm(): FormDefinition | null {
  const name = isHomeOfData() ? dataCity().form : undefined;
  return name === undefined ? null : findForm(name);
}

/** The form of a name, the data folder's before Ayumi's own; `null` for Kashiwara's. Throws `DataFolderError`, with the names that there are. */
export function findForm(name: string): FormDefinition | null {
  const folders = [path.join(dataFolder(), "forms"), OWN_FOLDER];
  const file = folders.map((folder) => path.join(folder, `${name}.json`)).find((each) => /^[a-z0-9-]+$/.test(name) && existsSync(each));
  if (file === undefined) {
    throw new DataFolderError(`様式「${name}」がありません。使えるのは ${[...new Set(folders.flatMap(listNames))].join("、")} です。`);
  }
  if (file === path.join(OWN_FOLDER, `${KASHIWARA.definition.name}.json`)) return null;
  let form = forms.get(file);
  if (!form) forms.set(file, (form = readForm(file, name)));
  return form;
}

/** Definitions, read once by each process. */
const forms = new Map<string, FormDefinition>();

/** Names of the forms that a folder holds. */
function listNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) =>
    /^[a-z0-9-]+\.json$/.test(name) && !name.endsWith(".schema.json") && !/^ayumi-/.test(name) ? [path.parse(name).name] : [],
  );
}

function readForm(file: string, name: string): FormDefinition {
  const read = readCheckedJson(readFileSync(file), formSchema);
  if ("faults" in read) {
    const lines = read.faults.map(({ span, rule, reason }) => `${printPath(file)}:${span?.start.line ?? 1}:${span?.start.column ?? 1} ${rule} ${reason}`);
    throw new DataFolderError(lines.join("\n"));
  }
  if (read.value.name !== name)
    throw new DataFolderError(`${printPath(file)} の name は「${read.value.name}」です。ファイルの名前と同じ「${name}」にしてください。`);
  return parseForm(read.value);
}
