import { parseArgs } from "node:util";
import { openBuild } from "@/app/_server/build";
import { serveSite } from "@/app/_server/serve";
import { setVariables } from "@/lib/config";
import { basePath } from "../bake/address";
import { crawlSite, type LeftOut } from "../bake/crawl";
import { assertReplaceable, writeFolder } from "../bake/folder";
import { NGINX_FILE, printNginx } from "../bake/nginx";
import { assertThere, CommandError, runCommand } from "../command";
import { hasPublicUrl, noteListening, siteUrl } from "../config";
import { enterStore } from "../connection/open-store";
import { readDataset } from "../connection/site";
import { resolvePath } from "../named-path";
import { printError, printText } from "../print";
import { printPath } from "../printed-path";

const USAGE = `使い方: npm run bake -- --out フォルダ [--dataset データ版]
  データ版（指定がなければ最新）の公開サイトを、静的なファイルとして書き出します。
  AYUMI_URL に、公開するときのアドレスを指定してください（引用の文面に使います。パスの下に置くときは、パスも付けてください）。`;

process.exit(
  await runCommand(async () => {
    const began = performance.now();
    const { out, id } = parse();
    const folder = resolvePath(out);
    assertReplaceable(folder);
    assertThere();
    await enterStore("read");
    const dataset = await readDataset(id);
    if (!dataset) throw new CommandError(id ? `データ版「${id}」はありません。` : "取り込まれた文書がありません。");
    if (!hasPublicUrl()) printError(`AYUMI_URL の指定がないため、引用の文面には ${siteUrl()} と書かれます。`);
    await openBuild();
    // Else pages would quote the address that is listened on; and whoever ingests meanwhile must not change what is baked.
    noteListening(siteUrl());
    setVariables({ AYUMI_DATASET: dataset.id });
    const port = await serveSite({ port: 0, host: "127.0.0.1" });
    let leftOut: LeftOut[] = [];
    const written = await writeFolder(folder, dataset.id, async (write) => {
      // Its rules are of a site at the top of a host.
      if (basePath(siteUrl()) === "") await write({ name: NGINX_FILE, type: "application/octet-stream", body: Buffer.from(printNginx(dataset.id)) });
      leftOut = await crawlSite({ site: `http://127.0.0.1:${port}`, origin: siteUrl(), dataset: dataset.id, onFile: write });
    }).catch((error: NodeJS.ErrnoException) => {
      throw error.syscall && error.path ? new CommandError(`書き出し先 ${printPath(folder)} に書き込めません（${error.code}）。`) : error;
    });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
    printText(
      `${out} に書き出しました：${written.files} ファイル、${megabytes(written.bytes)} MB（圧縮形を含めて ${megabytes(written.allBytes)} MB）、${seconds} 秒\nデータ版 ${dataset.id}`,
    );
    if (leftOut.length > 0)
      printText([`書き出さなかった図：${leftOut.length} 件（リンクも除きました）`, ...leftOut.map(({ href, why }) => `  ${href}：${why}`)].join("\n"));
    return 0;
  }),
);

function parse(): { out: string; id: string | undefined } {
  try {
    const { values } = parseArgs({ options: { out: { type: "string" }, dataset: { type: "string" } } });
    if (values.out) return { out: values.out, id: values.dataset };
  } catch {
    // The usage says it all.
  }
  throw new CommandError(USAGE, 2);
}
