import { ja } from "@/lib/texts/ja";

interface PagerProps {
  /** From 1. */
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  label?: string;
}

/** The pages before and after in a list that is cut into pages; left out where there is one. */
export function Pager({ page, pages, hrefOf, label = ja.pager.label }: PagerProps) {
  if (pages < 2) return null;
  return (
    <nav aria-label={label} className="flex flex-wrap gap-x-6 print:hidden">
      {page > 1 && (
        <a rel="prev" href={hrefOf(page - 1)}>
          {ja.pager.previous}
        </a>
      )}
      <span>
        {page}／{pages}
      </span>
      {page < pages && (
        <a rel="next" href={hrefOf(page + 1)}>
          {ja.pager.next}
        </a>
      )}
    </nav>
  );
}
