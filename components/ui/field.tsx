import type { InputHTMLAttributes, ReactNode } from "react";

const CONTROL = "min-h-10 max-w-full rounded-4 border border-rule-strong bg-paper px-2 py-1 text-base text-ink";

/** A control with its label above it. */
export function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="inline-grid max-w-full grid-cols-[minmax(0,auto)] gap-1 text-sm">
      {label}
      {children}
    </label>
  );
}

/** One line to fill in. */
export function Input(attributes: Omit<InputHTMLAttributes<HTMLInputElement>, "className">) {
  return <input className={CONTROL} {...attributes} />;
}

interface SelectProps {
  name: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
}

/** One of several, `value` chosen. */
export function Select({ name, value, options }: SelectProps) {
  return (
    <select name={name} defaultValue={value} className={CONTROL}>
      {options.map(([option, label]) => (
        <option key={option} value={option}>
          {label}
        </option>
      ))}
    </select>
  );
}
