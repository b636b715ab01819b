import { ja } from "@/lib/texts/ja";
import { PageBody } from "./ui/page-body";

/** What a reader sees before the first document is taken in. */
export function EmptySite() {
  return (
    <PageBody>
      <h1>{ja.site.name}</h1>
      <p>{ja.site.noData}</p>
      <p className="text-ink-soft">
        資料をデータフォルダの <code>documents</code>（指定がなければ <code>db/documents</code>）に置き、<code>npm run ingest</code> を実行してください。
      </p>
    </PageBody>
  );
}
