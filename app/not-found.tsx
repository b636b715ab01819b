import type { Metadata } from "next";
import { connection } from "next/server";
import { openPage } from "@/app/_read/open-site";
import { SiteFrame } from "@/components/site-frame";
import { Bullets } from "@/components/ui/bullets";
import { PageBody } from "@/components/ui/page-body";
import { PAGES } from "@/lib/parameters/pages";
import { ja } from "@/lib/texts/ja";

export const metadata: Metadata = { title: ja.site.notFound, robots: { index: false } };

export default async function NotFound() {
  // Made anew for each request, so that its scripts carry the answer's nonce.
  await connection();
  const site = await openPage(PAGES.overview, {});
  const words = (
    <>
      <h1>{ja.site.notFound}</h1>
      <p className="max-w-prose">アドレスをご確認ください。データ版を指定したリンクの場合は、その版がこのサイトにないことがあります。</p>
      <Bullets>
        <li>
          <a href="/">{ja.site.overview}</a>
        </li>
        <li>
          <a href="/goals">{ja.site.goals}</a>
        </li>
        <li>
          <a href="/documents">{ja.site.documents}</a>
        </li>
      </Bullets>
    </>
  );
  return site ? (
    <SiteFrame current={null} {...site}>
      {words}
    </SiteFrame>
  ) : (
    <PageBody>{words}</PageBody>
  );
}
