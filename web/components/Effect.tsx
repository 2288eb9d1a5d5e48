import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Benefit } from '../../server/contract/benefits.ts';
import type { BusinessCase } from '../../server/contract/report.ts';
import * as format from '../format.ts';
import { Explained } from './explain/Explained.tsx';
import { ExplainedRange } from './explain/ExplainedRange.tsx';
import { Figure } from './Figure.tsx';
import { fteMonths, fteNote } from './fteNote.ts';
import { Sentence } from './Sentence.tsx';
import { unitPer } from './unitPer.ts';

const MOST_INDICATORS = 4;

/** A project's effect on time, economy and quality. */
export function Effect({ report, benefits }: { report: BusinessCase; benefits: readonly Benefit[] }) {
  const { t, i18n } = useTranslation();
  const { totals, reasons } = report;
  const gains = (cashable: boolean | null) => {
    const own = benefits.filter((b) => b.cashable === cashable && b.method !== 'indicator');
    // Some that are all unknown are not nothing.
    if (own.length > 0 && own.every((b) => b.gains === null)) return null;
    return own.reduce((sum, b) => sum + (b.gains ?? 0), 0);
  };
  const ranged =
    totals.low.gains !== null && totals.high.gains !== null && totals.low.gains !== totals.high.gains;
  return (
    <div className="effect">
      <section aria-labelledby="effect-time">
        <h3 id="effect-time">{t('effect.time')}</h3>
        <dl>
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
            note={fteNote(t, fteMonths(report.months, report.until))}
          />
          <Figure
            figure="costPerHour"
            label={t('figures.costPerHour')}
            value={totals.costPerHour}
            text={format.krPerHour}
            reason={reasons.costPerHour}
          />
        </dl>
      </section>
      <section aria-labelledby="effect-economy">
        <h3 id="effect-economy">{t('effect.economy')}</h3>
        <dl>
          <Figure
            figure="gains"
            label={t('figures.gains')}
            value={totals.gains}
            text={format.money}
            reason={reasons.gains}
            note={
              totals.gains === null ? null : (
                <span className="split">
                  <Part kind="cashable" amount={gains(true)} />
                  <Part kind="freed" amount={gains(false)} />
                  {gains(null) === 0 ? null : <Part kind="unspecified" amount={gains(null)} />}
                  {ranged ? (
                    <span>
                      <ExplainedRange
                        figure="gains"
                        label={t('figures.gains')}
                        low={totals.low.gains ?? 0}
                        high={totals.high.gains ?? 0}
                      />
                    </span>
                  ) : null}
                </span>
              )
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
            figure="breakEven"
            label={t('figures.breakEven')}
            value={totals.breakEven}
            text={(value: string) => format.month(value, i18n.language)}
            reason={reasons.breakEven}
            note={
              totals.paybackMonths === null ? null : (
                <Explained figure="paybackMonths" label={t('figures.breakEven')}>
                  {t('figures.payback', { count: totals.paybackMonths })}
                </Explained>
              )
            }
          />
          <Figure
            figure="npv"
            label={t('figures.npv')}
            value={totals.npv}
            text={format.money}
            reason={reasons.npv}
            note={t('figures.npvNote')}
          />
        </dl>
      </section>
      <section aria-labelledby="effect-quality">
        <h3 id="effect-quality">{t('effect.quality')}</h3>
        <Quality benefits={benefits.filter((b) => b.method === 'indicator')} />
      </section>
    </div>
  );
}

function Part({ kind, amount }: { kind: 'cashable' | 'freed' | 'unspecified'; amount: number | null }) {
  const { t } = useTranslation();
  return (
    <span>
      <Explained figure={kind} label={t('figures.gains')}>
        {t(`split.${kind}`, { amount: amount === null ? t('unknown') : format.money(amount) })}
      </Explained>
    </span>
  );
}

function Quality({ benefits }: { benefits: readonly Benefit[] }) {
  const { t } = useTranslation();
  if (benefits.length === 0) return <p className="quiet">{t('effect.noQuality')}</p>;
  return (
    <dl>
      {benefits.slice(0, MOST_INDICATORS).map((b) => (
        <Figure
          key={b.benefit}
          figure={b.after === null ? 'difference' : 'after'}
          benefit={b.benefit}
          label={b.name}
          value={b.after ?? b.difference}
          text={(value: number) =>
            `${format.measured(value, unitPer(b, t))}${b.expected ? ` (${t('basis.expected')})` : ''}`
          }
          reason={b.reasons.after}
          note={qualityNote(b, t)}
        />
      ))}
    </dl>
  );
}

/** What it was before, and by how much it changed. */
function qualityNote(b: Benefit, t: TFunction): ReactNode {
  if (b.before === null) return b.after === null && b.difference !== null ? t('effect.direct') : null;
  return (
    <Sentence
      text={(marks) => t('effect.from', marks)}
      put={{
        before: (
          <Explained figure="before" label={b.name} benefit={b.benefit}>
            {format.measured(b.before, unitPer(b, t))}
          </Explained>
        ),
      }}
    />
  );
}
