import { readFileSync } from "node:fs";
import type { JsonTree } from "@/lib/document/plan-json-tree";
import type { Message } from "@/lib/domain/message";
import { makeFault, readCheckedJson } from "./checked-json";
import { type City, citySchema } from "./city-schema";
import { printPath } from "./printed-path";

/** A data folder cannot be used; `message` is Japanese, a line for each fault, with file, place and value. */
export class DataFolderError extends Error {}

/** Reads a data folder's `ayumi.json`. Throws `DataFolderError` where it is not there, or says what it should not. */
export function readCityFile(file: string): City {
  const read = readCheckedJson(readBytes(file), citySchema);
  const faults = "faults" in read ? read.faults : findFaults(read.value, read.tree);
  if ("faults" in read || faults.length > 0) throw new DataFolderError(faults.map((fault) => printFault(file, fault)).join("\n"));
  const { $schema: _, ...city } = read.value;
  return city;
}

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new DataFolderError(`${printPath(file)} を読めません（${code}）。AYUMI_DATA には、ayumi.json のあるフォルダを指定してください。`);
  }
}

/** What a schema cannot say: names that stand twice where each has one place, and what becomes of nothing. */
function findFaults({ departments, policyAreas, reorganisations }: City, tree: JsonTree): Message[] {
  const listed: [string, readonly string[]][] = [
    ["/departments", departments],
    ["/policyAreas", policyAreas],
    ...reorganisations.flatMap(({ from, to }, at): [string, readonly string[]][] => [
      [`/reorganisations/${at}/from`, from],
      [`/reorganisations/${at}/to`, to],
    ]),
  ];
  const repeated = listed.flatMap(([pointer, names]) =>
    names.flatMap((name, at) =>
      names.indexOf(name) < at ? makeFault(tree, `${pointer}/${at}`, "json-value", `${pointer}/${at}：「${name}」が重複しています。`) : [],
    ),
  );
  const idle = reorganisations.flatMap(({ from, to }, at) => {
    const isSame = from.length === to.length && from.every((name) => to.includes(name));
    return isSame ? makeFault(tree, `/reorganisations/${at}/to/0`, "json-value", `/reorganisations/${at}/to：from と同じ「${to.join("、")}」です。`) : [];
  });
  const crossed = reorganisations.flatMap(({ from, to, fiscalYear }, at) => {
    const others = reorganisations
      .slice(0, at)
      .filter((each) => each.fiscalYear === fiscalYear)
      .flatMap((each) => [...each.from, ...each.to]);
    const name = [...from, ...to].find((each) => others.includes(each));
    return name === undefined
      ? []
      : makeFault(
          tree,
          `/reorganisations/${at}/fiscalYear`,
          "json-value",
          `/reorganisations/${at}：「${name}」は${fiscalYear}年度の別の再編にもあります。一つにまとめて書いてください。`,
        );
  });
  return [...repeated, ...idle, ...crossed];
}

function printFault(file: string, { span, rule, reason }: Message): string {
  return `${printPath(file)}:${span?.start.line ?? 1}:${span?.start.column ?? 1} ${rule} ${reason}`;
}
