import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { takesPlan } from "@/lib/domain/goal-filter";
import type { PlanRow } from "@/lib/domain/rows";
import type { View } from "@/lib/parameters/view";
import { ja } from "@/lib/texts/ja";
import { formHref } from "@/lib/urls";

/** The form of the coming year, where the page shows one department: that of the year after its newest plan. */
export function FormLinks({ plans, view }: { plans: readonly PlanRow[]; view: View }) {
  const { departments } = view.filter;
  const shown = plans.filter((plan) => takesPlan(departments ? { departments } : {}, plan));
  const newest = shown.at(-1);
  if (!newest || new Set(shown.map(({ departmentId }) => departmentId)).size > 1) return null;
  return (
    <p className="print:hidden">
      {ja.form.of(newest.department, formatFiscalYear(newest.fiscalYear + 1))}
      {"　"}
      <a href={formHref(newest.id, "previous", view.dataset)}>{ja.form.previous}</a>・<a href={formHref(newest.id, "blank", view.dataset)}>{ja.form.blank}</a>
      {"　"}
      <span className="inline-block text-sm text-ink-soft">{ja.form.hint}</span>
    </p>
  );
}
