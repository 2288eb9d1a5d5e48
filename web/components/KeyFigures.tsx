import { useTranslation } from 'react-i18next';
import type { Totals } from '../../server/contract/report.ts';
import type { Reason } from '../../server/domain/codes.ts';
import * as format from '../format.ts';
import { Explained } from './explain/Explained.tsx';
import { ExplainedRange } from './explain/ExplainedRange.tsx';
import { Figure } from './Figure.tsx';
import { fteNote } from './fteNote.ts';

interface Props {
  totals: Totals;
  reasons: Record<string, Reason>;
  split?: { cashable: number | null; freed: number | null; unspecified: number | null };
  pastBreakEven?: { reached: number; of: number };
  /** How many months the FTE are counted in. */
  fteMonths: number;
}

/** The figures that a chief asks for first, as one calm strip. */
export function KeyFigures({ totals, reasons, split, pastBreakEven, fteMonths }: Props) {
  const { t, i18n } = useTranslation();
  const range =
    totals.low.gains !== null && totals.high.gains !== null && totals.low.gains !== totals.high.gains
      ? { low: totals.low.gains, high: totals.high.gains }
      : null;
  const month = (value: string) => format.month(value, i18n.language);
  return (
    <dl className="figures">
      <Figure
        figure="net"
        label={t('figures.net')}
        value={totals.net}
        text={format.money}
        reason={reasons.net}
      />
      <Figure
        figure="gains"
        label={t('figures.gains')}
        value={totals.gains}
        text={format.money}
        reason={reasons.gains}
        note={
          split ? (
            <SplitNote {...split} />
          ) : range ? (
            <ExplainedRange figure="gains" label={t('figures.gains')} {...range} />
          ) : null
        }
      />
      <Figure
        figure="costs"
        label={t('figures.costs')}
        value={totals.costs}
        text={format.money}
        reason={reasons.costs}
      />
      <Figure
        figure="roi"
        label={t('figures.roi')}
        value={totals.roi}
        text={format.share}
        reason={reasons.roi}
        note={t('figures.roiNote')}
      />
      <Figure
        figure="hours"
        label={t('figures.hours')}
        value={totals.hours}
        text={format.hours}
        reason={reasons.hours}
      />
      <Figure
        figure="fte"
        label={t('figures.fte')}
        value={totals.fte}
        text={format.oneDecimal}
        reason={reasons.fte}
        note={fteNote(t, fteMonths, pastBreakEven !== undefined)}
      />
      <Figure
        figure="costPerHour"
        label={t('figures.costPerHour')}
        value={totals.costPerHour}
        text={format.krPerHour}
        reason={reasons.costPerHour}
        note={pastBreakEven ? t('figures.costPerHourNote') : null}
      />
      {pastBreakEven ? (
        <Figure
          figure="pastBreakEven"
          label={t('figures.pastBreakEven')}
          value={pastBreakEven.reached}
          text={(n: number) =>
            t('figures.ofProjects', { reached: format.count(n), of: format.count(pastBreakEven.of) })
          }
          note={t('figures.pastBreakEvenNote')}
        />
      ) : (
        <Figure
          figure="breakEven"
          label={t('figures.breakEven')}
          value={totals.breakEven}
          text={month}
          reason={reasons.breakEven}
          note={
            totals.paybackMonths === null ? null : (
              <Explained figure="paybackMonths" label={t('figures.breakEven')}>
                {t('figures.payback', { count: totals.paybackMonths })}
              </Explained>
            )
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
    return [
      <span key={kind}>
        <Explained figure={kind} label={t('figures.gains')}>
          {t(`split.${kind}`, { amount: format.money(value) })}
        </Explained>
      </span>,
    ];
  });
  return <span className="split">{parts}</span>;
}
