import { useTranslation } from 'react-i18next';
import type { Totals } from '../../server/contract/report.ts';
import type { FigureBasis } from '../../server/contract/scalars.ts';
import * as format from '../format.ts';

/** Says what the fully measured months alone came to, where a figure rests on expected ones too. */
export function ExpectedPart({
  parts,
  actual,
}: {
  parts: readonly { basis: FigureBasis }[];
  actual: Totals;
}) {
  const { t } = useTranslation();
  if (!parts.some((part) => part.basis === 'expected')) return null;
  const measured = (value: number | null) => (value === null ? t('unknown') : format.money(value));
  return (
    <p className="quiet">
      {t('figures.measuredPart', {
        gains: measured(actual.gains),
        costs: measured(actual.costs),
        net: measured(actual.net),
      })}
    </p>
  );
}
