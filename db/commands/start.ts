import { runCommand } from "../command";
import { readDataset } from "../site";
import { buildSite } from "../start/build";
import { assertFree, readListenAddress } from "../start/listen-address";
import { serveSite } from "../start/serve";
import { assertWritable, prepareStore } from "../start/store";

const code = await runCommand(async () => {
  const began = performance.now();
  const address = readListenAddress(process.env);
  await assertFree(address);
  assertWritable();
  const { dataset } = await prepareStore();
  await buildSite();
  // Ready means ready: a replica's first copy has come before the site listens.
  await readDataset();
  const port = await serveSite(address);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const data = dataset ? `データ版 ${dataset.slice(0, 12)}` : "取り込まれた文書はまだありません";
  // What the console is given goes into the log by now.
  process.stdout.write(`あゆみ: http://${address.host ?? "localhost"}:${port} （${data}、${seconds} 秒で起動）\n`);
  return 0;
});
if (code !== 0) process.exit(code);
