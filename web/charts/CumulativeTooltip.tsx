import { useTranslation } from 'react-i18next';
import type { MoneyUnit } from '../format.ts';
import { MoneyTooltip } from './MoneyTooltip.tsx';
import type { Point } from './series.ts';
import type { ChartTheme } from './theme.ts';

interface Props {
  unit: MoneyUnit;
  theme: ChartTheme;
  /** Whether there are any costs, without which there is no net either. */
  costed: boolean;
  /** Whether any gain is known, without which there is no net either. */
  gained: boolean;
  active?: boolean;
  payload?: readonly { payload?: Point }[];
}

/** The three sums at a month or year, and whether they were observed. Recharts fills in `active` and `payload`. */
export function CumulativeTooltip({ unit, theme, costed, gained, active, payload }: Props) {
  const { t } = useTranslation();
  const point = payload?.[0]?.payload;
  if (!active || !point) return null;
  const rows = [
    { name: t('chart.gains'), value: gained ? point.gains : null, colour: theme.gains },
    { name: t('chart.costs'), value: costed ? -point.costs : null, colour: theme.costs },
    { name: t('chart.net'), value: costed && gained ? point.net : null, colour: theme.net },
  ];
  return (
    <MoneyTooltip period={point.period} rows={rows} unit={unit}>
      <small>{t('chart.since', { basis: t(`basis.${point.basis}`) })}</small>
    </MoneyTooltip>
  );
}
