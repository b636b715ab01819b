import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import type { PlanRow } from "@/lib/domain/rows";
import { ja } from "@/lib/texts/ja";
import { documentHref } from "@/lib/urls";

const MOST_NAMED = 4;

/** 「出典：令和7年度 政策推進部の運営方針」: the documents behind a figure, each a link to its source text. */
export function PlanSources({ plans, dataset }: { plans: readonly PlanRow[]; dataset: string | null }) {
  const named = plans.slice(-MOST_NAMED);
  return (
    <span>
      {ja.site.source}：
      {named.map((plan, index) => (
        <span key={plan.id}>
          {index > 0 && "、"}
          <a href={documentHref(plan.documentId, dataset)}>{plan.title ?? `${formatFiscalYear(plan.fiscalYear)} ${plan.department}の運営方針`}</a>
        </span>
      ))}
      {plans.length > named.length && ` ほか${plans.length - named.length}件`}。
    </span>
  );
}
