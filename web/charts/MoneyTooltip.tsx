import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { amount, type MoneyUnit, month } from '../format.ts';

interface Props {
  /** `2021-08`, or `2021`. */
  period: string;
  rows: readonly { name: string; value: number | null; colour: string }[];
  unit: MoneyUnit;
  children?: ReactNode;
}

/** The amounts of a figure's lines at a month or year, each with its line's colour. */
export function MoneyTooltip({ period, rows, unit, children }: Props) {
  const { i18n } = useTranslation();
  const fine = { ...unit, digits: unit.divisor === 1_000_000 ? 2 : 0 };
  return (
    <div className="chart-tooltip">
      <b>{period.length > 4 ? month(period, i18n.language) : period}</b>
      {rows.map((row) => (
        <div key={row.name}>
          <i style={{ background: row.colour }} />
          <span>{row.name}</span>
          <span>{row.value === null ? '–' : `${amount(row.value, fine)} ${unit.label}`}</span>
        </div>
      ))}
      {children}
    </div>
  );
}
