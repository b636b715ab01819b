import { connection } from "next/server";
import { ja } from "@/lib/texts/ja";

export default async function NotFound() {
  // Made anew for each request, so that its scripts carry the answer's nonce.
  await connection();
  return (
    <main id="main" className="page stack" style={{ paddingBlock: "3rem" }}>
      <h1>{ja.site.notFound}</h1>
      <p>アドレスをご確認ください。データ版を指定したリンクの場合は、その版がこのサイトにないことがあります。</p>
      <ul>
        <li>
          <a href="/">{ja.site.overview}</a>
        </li>
        <li>
          <a href="/goals">{ja.site.goals}</a>
        </li>
        <li>
          <a href="/documents">{ja.site.documents}</a>
        </li>
      </ul>
    </main>
  );
}
