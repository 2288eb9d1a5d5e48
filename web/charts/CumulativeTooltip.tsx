import { useTranslation } from 'react-i18next';
import { amount, type MoneyUnit, month } from '../format.ts';
import type { Point } from './series.ts';
import type { ChartTheme } from './theme.ts';

interface Props {
  unit: MoneyUnit;
  theme: ChartTheme;
  active?: boolean;
  payload?: readonly { payload?: Point }[];
}

/** The three sums at a month or year, and whether they were observed. Recharts fills in `active` and `payload`. */
export function CumulativeTooltip({ unit, theme, active, payload }: Props) {
  const { t, i18n } = useTranslation();
  const point = payload?.[0]?.payload;
  if (!active || !point) return null;
  const fine = { ...unit, digits: unit.divisor === 1_000_000 ? 2 : 0 };
  const rows = [
    { name: t('chart.gains'), value: point.gains, colour: theme.gains },
    { name: t('chart.costs'), value: -point.costs, colour: theme.costs },
    { name: t('chart.net'), value: point.net, colour: theme.net },
  ];
  return (
    <div className="chart-tooltip">
      <b>{point.period.length > 4 ? month(point.period, i18n.language) : point.period}</b>
      {rows.map((row) => (
        <div key={row.name}>
          <i style={{ background: row.colour }} />
          <span>{row.name}</span>
          <span>{`${amount(row.value, fine)} ${unit.label}`}</span>
        </div>
      ))}
      <small>{t('chart.since', { basis: t(`basis.${point.basis}`) })}</small>
    </div>
  );
}
