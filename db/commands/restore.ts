import { nameDataset } from "../backup/copy";
import { restoreDatabase } from "../backup/restore";
import { CommandError, runCommand } from "../command";
import { resolvePath } from "../named-path";
import { printText } from "../print";
import { printPath } from "../printed-path";

const USAGE = `使い方: npm run restore -- ファイル
  npm run backup で書き出したファイルを確かめ、データベースをそれと置き換えます。
  前のデータベースは、名前を変えて残します。サイトは動いたままで構いません。`;

process.exitCode = await runCommand(async () => {
  const [name, ...rest] = process.argv.slice(2);
  if (!name || name.startsWith("-") || rest.length > 0) throw new CommandError(USAGE, 2);
  const { file, kept, dataset } = await restoreDatabase(resolvePath(name));
  printText(`${printPath(file)} を ${name} から戻しました\n${nameDataset(dataset)}`);
  if (kept !== null) printText(`前のデータベースは ${printPath(kept)} に残しました`);
  return 0;
});
