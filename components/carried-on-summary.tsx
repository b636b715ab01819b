import type { CarriedOn, Pair } from "@/lib/charts/carried-on";
import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { View } from "@/lib/parameters/view";
import { continuationJa } from "@/lib/texts/continuation-ja";
import { continuationsHref, itemHref } from "@/lib/urls";
import { RatingBadge } from "./rating-badge";

/** As many goals of a list as an overview has room for. */
const MOST_ITEMS = 6;

const LIST = "gap-x-12 @min-[66rem]/page:grid @min-[66rem]/page:grid-cols-2 @min-[90rem]/page:block";
const ITEM = "mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] items-start gap-2";

/** On the overview: how many goals live on, ended, are new; the longest-carried; what has no better rating. */
export function CarriedOnSummary({ carriedOn, view }: { carriedOn: CarriedOn; view: View }) {
  const { from, to, livesOn, ended, begun, longest, notBetter, toOutside, stillOutside, refusal } = carriedOn;
  const counts = [
    [continuationJa.fate["lives-on"], livesOn],
    [continuationJa.fate.ended, ended],
    [continuationJa.fate.new, begun],
  ] as const;
  const { dataset, filter } = view;
  const href = continuationsHref({ ...view, filter: { ...filter, ...(filter.fiscalYears && { fiscalYears: [from, to] }) } });
  return (
    <section aria-labelledby="carried-on-title" className="border-t border-rule pt-4 @min-[66rem]/page:col-span-full @min-[90rem]/page:col-span-1 @min-[90rem]/page:border-t-0 @min-[90rem]/page:pt-0">
      <h2 id="carried-on-title" className="mb-2 text-lg">
        {formatFiscalYear(from)}から{formatFiscalYear(to)}へ
      </h2>
      <ul className="mb-2 flex flex-wrap gap-x-5 gap-y-1">
        {counts.map(([label, items]) => (
          <li key={label}>
            <a href={href}>
              {label} <strong className="text-xl">{items.length}</strong>
            </a>
          </li>
        ))}
      </ul>
      {longest.items.length > 0 && (
        <>
          <h3>{formatFiscalYear(longest.since)}から続く重点目標</h3>
          <ul className={LIST}>
            {longest.items.slice(0, MOST_ITEMS).map((item) => (
              <li key={item.key} className={ITEM}>
                <RatingBadge rating={item.rating} />
                <a href={itemHref(item.key, dataset)}>{item.text}</a>
              </li>
            ))}
            <Rest count={longest.items.length - MOST_ITEMS} href={href} />
          </ul>
        </>
      )}
      {refusal && <p className="text-sm text-ink-soft">{refusal}</p>}
      <PairList title="続いていて達成度が良くなっていないもの" pairs={notBetter} href={href} dataset={dataset} />
      <PairList title={`続いていて達成度が順序の外になったもの（${toOutside.length}件）`} pairs={toOutside} href={href} dataset={dataset} />
      <PairList title={`続いていて達成度が順序の外のままのもの（${stillOutside.length}件）`} pairs={stillOutside} href={href} dataset={dataset} />
    </section>
  );
}

function PairList({ title, pairs, href, dataset }: { title: string; pairs: readonly Pair[]; href: string; dataset: string | null }) {
  if (pairs.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul className={LIST}>
        {pairs.slice(0, MOST_ITEMS).map(({ before, after }) => (
          <li key={`${before.key} ${after.key}`} className={ITEM}>
            <span className="whitespace-nowrap">
              <RatingBadge rating={before.rating} /> → <RatingBadge rating={after.rating} />
            </span>
            <a href={itemHref(after.key, dataset)}>{after.text}</a>
          </li>
        ))}
        <Rest count={pairs.length - MOST_ITEMS} href={href} />
      </ul>
    </>
  );
}

function Rest({ count, href }: { count: number; href: string }) {
  if (count <= 0) return null;
  return (
    <li className="mt-1.5">
      <a href={href}>ほか{count}件</a>
    </li>
  );
}
