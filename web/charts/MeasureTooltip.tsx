import { useTranslation } from 'react-i18next';
import type { Per } from '../../server/domain/codes.ts';
import { certaintyText, periodText, valueText } from '../components/measuring/words.ts';
import type { MeasurePoint } from './measureSeries.ts';

interface Props {
  unit: string;
  per: Per | null;
  active?: boolean;
  payload?: readonly { payload?: MeasurePoint }[];
}

/** One measurement: its days, value and certainty. Recharts fills in `active` and `payload`. */
export function MeasureTooltip({ unit, per, active, payload }: Props) {
  const { t, i18n } = useTranslation();
  const point = payload?.[0]?.payload;
  if (!active || !point) return null;
  const { source } = point;
  return (
    <div className="chart-tooltip measure-tooltip">
      <b>
        {t(`phase.${point.phase}`)}:{' '}
        {valueText(t, { unit }, { value: Math.round(point.value * 100) / 100, per })}
      </b>
      <p>{periodText(t, source, i18n.language)}</p>
      <small>{certaintyText(t, { unit, kind: per === null ? 'level' : 'flow' }, source)}</small>
    </div>
  );
}
