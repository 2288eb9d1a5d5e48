import { useTranslation } from 'react-i18next';
import { amount, type MoneyUnit, month } from '../format.ts';
import type { PlanSeries } from './planSeries.ts';
import type { ChartTheme } from './theme.ts';

interface Props {
  unit: MoneyUnit;
  theme: ChartTheme;
  version: number;
  active?: boolean;
  payload?: readonly { payload?: PlanSeries['points'][number] }[];
}

/** Planned and actual net at a month. Recharts fills in `active` and `payload`. */
export function PlanTooltip({ unit, theme, version, active, payload }: Props) {
  const { t, i18n } = useTranslation();
  const point = payload?.[0]?.payload;
  if (!active || !point) return null;
  const fine = { ...unit, digits: unit.divisor === 1_000_000 ? 2 : 0 };
  const rows = [
    { name: t('plan.actual'), value: point.actual, colour: theme.net },
    { name: t('plan.planned', { version }), value: point.planned, colour: theme.gains },
  ];
  return (
    <div className="chart-tooltip">
      <b>{month(point.period, i18n.language)}</b>
      {rows.map((row) => (
        <div key={row.name}>
          <i style={{ background: row.colour }} />
          <span>{row.name}</span>
          <span>{row.value === null ? '–' : `${amount(row.value, fine)} ${unit.label}`}</span>
        </div>
      ))}
    </div>
  );
}
