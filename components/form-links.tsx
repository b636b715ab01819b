import { formatFiscalYear } from "@/lib/domain/fiscal-year";
import { takesPlan } from "@/lib/domain/goal-filter";
import type { PlanRow } from "@/lib/domain/rows";
import type { FormKind } from "@/lib/form/form-name";
import { nameForm } from "@/lib/form/form-name";
import type { View } from "@/lib/parameters/view";
import { ja } from "@/lib/texts/ja";
import { formHref } from "@/lib/urls";

/** The form of the coming year, where the page shows one department: that of the year after its newest plan. `kinds` are those that there are templates for. */
export function FormLinks({ plans, kinds, view }: { plans: readonly PlanRow[]; kinds: readonly FormKind[]; view: View }) {
  const { departments } = view.filter;
  const shown = plans.filter((plan) => takesPlan(departments ? { departments } : {}, plan));
  const newest = shown.at(-1);
  if (!newest || kinds.length === 0 || new Set(shown.map(({ departmentId }) => departmentId)).size > 1) return null;
  const year = newest.fiscalYear + 1;
  const link = (kind: FormKind) => (
    <a key={kind} className="inline-block" href={formHref(newest.id, kind, view.dataset)} download={nameForm(newest.department, year)}>
      {ja.form[kind]}
    </a>
  );
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 print:hidden">
      <span>{ja.form.of(newest.department, formatFiscalYear(year))}</span>
      <span>{kinds.map((kind, at) => [at > 0 && "・", link(kind)])}</span>
      <span className="text-sm text-ink-soft">{ja.form.hint}</span>
    </p>
  );
}
