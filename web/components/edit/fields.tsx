import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';

/** What every field has: a label, a sentence that explains it, and what is wrong with what is in it. */
interface Common {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean;
  value: string;
  onChange: (value: string) => void;
}

const shown = ({ label, hint, error, required = false }: Common) => ({
  label,
  description: hint,
  error,
  required,
  // What is wrong is said beside the field in our own words, not by the browser.
  'aria-required': required,
  withAsterisk: required,
});

interface Text extends Common {
  list?: readonly string[] | undefined;
  /** Called when what is typed is done with: the field is left, or the form sent from it. */
  onLeave?: () => void;
}

export function TextField({ list, onLeave, ...field }: Text) {
  const own = useId();
  const id = list && own;
  return (
    <>
      <TextInput
        {...shown(field)}
        {...(id ? { list: id } : {})}
        value={field.value}
        onChange={(event) => field.onChange(event.currentTarget.value)}
        onBlur={onLeave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onLeave?.();
        }}
      />
      {list ? (
        <datalist id={id}>
          {list.map((value) => (
            <option key={value} value={value} />
          ))}
        </datalist>
      ) : null}
    </>
  );
}

export function LongTextField(field: Common) {
  return (
    <Textarea
      {...shown(field)}
      autosize
      minRows={2}
      maxRows={10}
      value={field.value}
      onChange={(event) => field.onChange(event.currentTarget.value)}
    />
  );
}

/** A number as text in the field; `danishNumber` reads it. */
export function NumberField({ unit, ...field }: Common & { unit?: string | undefined }) {
  return (
    <TextInput
      {...shown(field)}
      inputMode="decimal"
      autoComplete="off"
      rightSection={unit ? <span className="field-unit">{unit}</span> : undefined}
      rightSectionWidth={unit ? `${unit.length * 0.6 + 1.5}em` : undefined}
      value={field.value}
      onChange={(event) => field.onChange(event.currentTarget.value)}
    />
  );
}

/** A day, `YYYY-MM-DD`, by the browser's own calendar. */
export function DayField(field: Common) {
  return (
    <TextInput
      {...shown(field)}
      type="date"
      min="1970-01-01"
      max="2100-12-31"
      value={field.value}
      onChange={(event) => field.onChange(event.currentTarget.value)}
    />
  );
}

export function ChoiceField({
  options,
  ...field
}: Common & { options: readonly { value: string; label: string }[] }) {
  return (
    <NativeSelect
      {...shown(field)}
      data={[...options]}
      value={field.value}
      onChange={(event) => field.onChange(event.currentTarget.value)}
    />
  );
}
