import { useTranslation } from 'react-i18next';
import type { MoneyUnit } from '../format.ts';
import { MoneyTooltip } from './MoneyTooltip.tsx';
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
  const { t } = useTranslation();
  const point = payload?.[0]?.payload;
  if (!active || !point) return null;
  const rows = [
    { name: t('plan.actual'), value: point.actual, colour: theme.net },
    { name: t('plan.planned', { version }), value: point.planned, colour: theme.gains },
  ];
  return <MoneyTooltip period={point.period} rows={rows} unit={unit} />;
}
