import { openBuild } from "@/app/_server/build";
import { assertFree, readListenAddress } from "@/app/_server/listen-address";
import { serveSite } from "@/app/_server/serve";
import { assertNoPath, refuseVariable } from "@/lib/config";
import { shortHash } from "@/lib/domain/short-hash";
import { runCommand } from "../command";
import { dataCity, shownDataset } from "../config";
import { failureKind } from "../connection/failure";
import { readDataset } from "../connection/site";
import { assertWritable, prepareStore } from "../ingest/prepare-store";
import { printError, printText } from "../print";

const code = await runCommand(async () => {
  const began = performance.now();
  assertNoPath();
  dataCity();
  const address = readListenAddress();
  await assertFree(address);
  assertWritable();
  const dataset = await takeIn();
  await assertShown(dataset);
  await openBuild();
  // Ready means ready: a replica's first copy has come before the site listens.
  if (dataset !== null) await readDataset();
  const port = await serveSite(address);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const data = dataset ? `データ版 ${shortHash(dataset)}` : "取り込まれた文書はまだありません";
  printText(`あゆみ: http://${address.host ?? "localhost"}:${port} （${data}、${seconds} 秒で起動）`);
  return 0;
});

/** Throws `ConfigurationError` where the dataset to be shown is another than the newest, `newest`, and is not there. */
async function assertShown(newest: string | null): Promise<void> {
  const shown = shownDataset();
  if (newest !== null && shown !== undefined && !(await readDataset()))
    throw refuseVariable("AYUMI_DATASET", shown, "そのデータ版はありません。あるデータ版を指定するか、指定をやめて最新を表示してください。");
}

/** Takes in what is new, unless the store is being restored: then the site shows what is there. Answers the dataset's id. */
async function takeIn(): Promise<string | null> {
  try {
    return (await prepareStore()).dataset;
  } catch (error) {
    if (failureKind(error) !== "restoring") throw error;
    printError("npm run restore がデータベースを置き換えているため、文書を取り込まずに始めます。次の npm run ingest で取り込みます。");
    return (await readDataset().catch(() => null))?.id ?? null;
  }
}

if (code !== 0) process.exit(code);
