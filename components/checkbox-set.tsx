interface CheckboxSetProps {
  legend: string;
  name: string;
  /** Value and label of each choice. */
  options: readonly (readonly [string, string])[];
  chosen: readonly string[];
}

/** Choices of which several may hold; none chosen means all. A chosen value that is no option any more stays chosen and visible. */
export function CheckboxSet({ legend, name, options, chosen }: CheckboxSetProps) {
  const missing = chosen.filter((value) => !options.some(([option]) => option === value)).map((value) => [value, value] as const);
  return (
    <fieldset>
      <legend className="soft">{legend}</legend>
      <div>
        {[...options, ...missing].map(([value, label]) => (
          <label key={value} className="check">
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
