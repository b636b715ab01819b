"use client";

import { PageBody } from "@/components/ui/page-body";

/** What a reader sees when a page could not be made; the cause is in the server's log. */
export default function ErrorPage() {
  return (
    <PageBody>
      <h1>ページを表示できませんでした</h1>
      <p>しばらくしてから、もう一度お試しください。</p>
    </PageBody>
  );
}
