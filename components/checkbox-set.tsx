interface CheckboxSetProps {
  legend: string;
  name: string;
  /** Value and label of each choice. */
  options: readonly (readonly [string, string])[];
  chosen: readonly string[];
}

/** Choices that a form shows; the chosen always stand. */
const MOST_OPTIONS = 300;

/** Choices of which several may hold; none chosen means all. A chosen value that is no option any more stays chosen and visible. */
export function CheckboxSet({ legend, name, options, chosen }: CheckboxSetProps) {
  const shown = options.filter(([value], index) => index < MOST_OPTIONS || chosen.includes(value));
  const missing = chosen.filter((value) => !options.some(([option]) => option === value)).map((value) => [value, value] as const);
  return (
    <fieldset>
      <legend className="soft">{legend}</legend>
      <div>
        {[...shown, ...missing].map(([value, label]) => (
          <label key={value} className="check">
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
            {label}
          </label>
        ))}
        {options.length > shown.length && <span className="soft">ほか{options.length - shown.length}件</span>}
      </div>
    </fieldset>
  );
}
