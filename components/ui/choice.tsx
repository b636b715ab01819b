import type { ReactNode } from "react";

/** Several choices beside each other. */
export function Choices({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap gap-x-6 gap-y-2 text-sm print:hidden">{children}</div>;
}

interface ChoiceProps {
  name: string;
  options: readonly { label: string; href: string; current: boolean }[];
}

/** One of a few, as links: one press each, no JavaScript, state in the address. */
export function Choice({ name, options }: ChoiceProps) {
  return (
    <div role="group" aria-label={name} className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="text-ink-soft">{name}</span>
      <ul className="flex flex-wrap divide-x divide-rule-strong rounded-4 border border-rule-strong">
        {options.map(({ label, href, current }) => (
          <li key={label}>
            <a
              href={href}
              aria-current={current ? "true" : undefined}
              className="block px-3 py-0.5 text-ink no-underline hover:bg-surface hover:underline aria-current:bg-ink aria-current:font-bold aria-current:text-paper forced-colors:aria-current:outline-2 forced-colors:aria-current:-outline-offset-2 forced-colors:aria-current:outline-[Highlight]"
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
