import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import * as format from '../format.ts';

interface Props {
  label: string;
  /** What it is called when no month is chosen. */
  none: string;
  first: string;
  last: string;
  value: string | undefined;
  /** Which month of a year stands for the year. */
  edge: 'first' | 'last';
  onChange(value: string): void;
}

/** A month out of a span, newest first, in groups by year. */
export function MonthChoice({ label, none, first, last, value, edge, onChange }: Props) {
  const { i18n } = useTranslation();
  const months = monthsBetween(
    first < (value ?? first) ? first : (value ?? first),
    last > (value ?? last) ? last : (value ?? last),
  );
  const years = [...new Set(months.map((month) => month.slice(0, 4)))].reverse();
  return (
    <NativeSelect
      size="sm"
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{none}</option>
      {years.map((year) => {
        const own = months.filter((month) => month.startsWith(year));
        return (
          <optgroup key={year} label={year}>
            {(edge === 'last' ? own.reverse() : own).map((month) => (
              <option key={month} value={month}>
                {format.month(month, i18n.language)}
              </option>
            ))}
          </optgroup>
        );
      })}
    </NativeSelect>
  );
}

function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  let [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  for (;;) {
    const text = `${year}-${String(month).padStart(2, '0')}`;
    if (text > last) return months;
    months.push(text);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
}
