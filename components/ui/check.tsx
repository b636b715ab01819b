interface CheckSetProps {
  legend: string;
  name: string;
  /** Value and label of each choice. */
  options: readonly (readonly [string, string])[];
  chosen: readonly string[];
}

/** Choices that a form shows; the chosen always stand. */
const MOST_OPTIONS = 300;

/** Choices of which several may hold; none chosen means all. A chosen value that is no option any more stays chosen and visible. */
export function CheckSet({ legend, name, options, chosen }: CheckSetProps) {
  const shown = options.filter(([value], index) => index < MOST_OPTIONS || chosen.includes(value));
  const missing = chosen.filter((value) => !options.some(([option]) => option === value)).map((value) => [value, value] as const);
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4">
      <legend className="float-left text-ink-soft">{legend}</legend>
      {[...shown, ...missing].map(([value, label]) => (
        <label key={value} className="inline-flex min-h-8 items-center gap-1.5">
          <input type="checkbox" className="size-4.5 shrink-0" name={name} value={value} defaultChecked={chosen.includes(value)} />
          {label}
        </label>
      ))}
      {options.length > shown.length && <span className="text-ink-soft">ほか{options.length - shown.length}件</span>}
    </fieldset>
  );
}
