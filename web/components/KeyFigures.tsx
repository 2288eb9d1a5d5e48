import { useTranslation } from 'react-i18next';
import type { Totals } from '../../server/contract/report.ts';
import type { Reason } from '../../server/domain/codes.ts';
import * as format from '../format.ts';
import { Figure } from './Figure.tsx';

interface Props {
  totals: Totals;
  reasons: Record<string, Reason>;
  split?: { cashable: number | null; freed: number | null; unspecified: number | null };
  pastBreakEven?: { reached: number; of: number };
}

/** The figures that a chief asks for first, as one calm strip. */
export function KeyFigures({ totals, reasons, split, pastBreakEven }: Props) {
  const { t, i18n } = useTranslation();
  const range =
    totals.low.gains !== null && totals.high.gains !== null && totals.low.gains !== totals.high.gains
      ? t('figures.range', { low: format.money(totals.low.gains), high: format.money(totals.high.gains) })
      : null;
  const month = (value: string) => format.month(value, i18n.language);
  return (
    <dl className="figures">
      <Figure label={t('figures.net')} value={totals.net} text={format.money} reason={reasons.net} />
      <Figure
        label={t('figures.gains')}
        value={totals.gains}
        text={format.money}
        reason={reasons.gains}
        note={split ? <SplitNote {...split} /> : range}
      />
      <Figure label={t('figures.costs')} value={totals.costs} text={format.money} />
      <Figure
        label={t('figures.roi')}
        value={totals.roi}
        text={format.share}
        reason={reasons.roi}
        note={t('figures.roiNote')}
      />
      <Figure label={t('figures.hours')} value={totals.hours} text={format.hours} reason={reasons.hours} />
      <Figure
        label={t('figures.fte')}
        value={totals.fte}
        text={format.oneDecimal}
        reason={reasons.fte}
        note={t('figures.fteNote')}
      />
      <Figure
        label={t('figures.costPerHour')}
        value={totals.costPerHour}
        text={format.krPerHour}
        reason={reasons.costPerHour}
        note={t('figures.costPerHourNote')}
      />
      {pastBreakEven ? (
        <Figure
          label={t('figures.pastBreakEven')}
          value={pastBreakEven.reached}
          text={(n: number) =>
            t('figures.ofProjects', { reached: format.count(n), of: format.count(pastBreakEven.of) })
          }
          note={t('figures.pastBreakEvenNote')}
        />
      ) : (
        <Figure
          label={t('figures.breakEven')}
          value={totals.breakEven}
          text={month}
          reason={reasons.breakEven}
          note={
            totals.paybackMonths === null
              ? null
              : t('figures.payback', { months: format.count(totals.paybackMonths) })
          }
        />
      )}
    </dl>
  );
}

function SplitNote({ cashable, freed, unspecified }: NonNullable<Props['split']>) {
  const { t } = useTranslation();
  const parts = (['cashable', 'freed', 'unspecified'] as const).flatMap((kind) => {
    const value = { cashable, freed, unspecified }[kind];
    if (value === null || (kind === 'unspecified' && value === 0)) return [];
    return [<span key={kind}>{t(`split.${kind}`, { amount: format.money(value) })}</span>];
  });
  return <span className="split">{parts}</span>;
}
