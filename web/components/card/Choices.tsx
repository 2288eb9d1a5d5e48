import { useId } from 'react';

interface Props {
  legend: string;
  hint?: string;
  error: string | undefined;
  value: string;
  options: readonly { value: string; label: string; more?: string }[];
  onChange: (value: string) => void;
}

/** One of a few, all in sight, each with what it means. */
export function Choices({ legend, hint, error, value, options, onChange }: Props) {
  const id = useId();
  return (
    <div className="choices" role="radiogroup" aria-labelledby={id} aria-describedby={`${id}-more`}>
      <span id={id} className="choices-legend">
        {legend}
      </span>
      <div id={`${id}-more`}>
        {hint ? <p className="choices-hint">{hint}</p> : null}
        {error ? <p className="choices-error">{error}</p> : null}
      </div>
      <div className="choices-all">
        {options.map((option) => (
          <label key={option.value} data-chosen={option.value === value || undefined}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              aria-invalid={error !== undefined}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.more ? <small>{option.more}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </div>
  );
}
