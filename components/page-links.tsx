interface PageLinksProps {
  /** From 1. */
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}

/** The pages before and after in a list that is cut into pages; left out where there is one. */
export function PageLinks({ page, pages, hrefOf }: PageLinksProps) {
  if (pages < 2) return null;
  return (
    <nav aria-label="ページ">
      <p>
        {page > 1 && (
          <a href={hrefOf(page - 1)} rel="prev">
            前のページ
          </a>
        )}
        　{pages}ページのうち{page}　
        {page < pages && (
          <a href={hrefOf(page + 1)} rel="next">
            次のページ
          </a>
        )}
      </p>
    </nav>
  );
}
