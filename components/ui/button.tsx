import type { ButtonHTMLAttributes } from "react";

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className"> {
  /** It works by script alone, and is not there without. */
  scripted?: boolean;
}

/** Sends a form, unless told otherwise. What leads elsewhere is a link. */
export function Button({ scripted = false, type = "submit", ...attributes }: ButtonProps) {
  return (
    <button
      type={type}
      className={`min-h-10 cursor-pointer rounded-4 border border-rule-strong bg-surface px-5 text-base font-bold text-ink hover:underline ${scripted ? "noscript:hidden" : ""}`}
      {...attributes}
    />
  );
}
