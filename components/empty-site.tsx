import { ja } from "@/lib/texts/ja";

/** What a reader sees before the first document is taken in. */
export function EmptySite() {
  return (
    <main className="page stack" style={{ paddingBlock: "3rem" }}>
      <h1>{ja.site.name}</h1>
      <p>{ja.site.noData}</p>
      <p className="soft">
        資料を <code>db/documents</code> に置き、<code>npm run ingest</code> を実行してください。
      </p>
    </main>
  );
}
