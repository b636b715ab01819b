"use client";

/** What a reader sees when a page could not be made; the cause is in the server's log. */
export default function ErrorPage() {
  return (
    <main className="page stack" style={{ paddingBlock: "3rem" }}>
      <h1>ページを表示できませんでした</h1>
      <p>しばらくしてから、もう一度お試しください。</p>
    </main>
  );
}
