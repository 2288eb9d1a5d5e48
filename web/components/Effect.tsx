import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Benefit } from '../../server/contract/benefits.ts';
import type { BusinessCase } from '../../server/contract/report.ts';
import * as format from '../format.ts';
import { Figure } from './Figure.tsx';

const MOST_INDICATORS = 4;

/** A project's effect on time, economy and quality. */
export function Effect({ report, benefits }: { report: BusinessCase; benefits: readonly Benefit[] }) {
  const { t, i18n } = useTranslation();
  const { totals, reasons } = report;
  const gains = (cashable: boolean | null) =>
    benefits.reduce((sum, b) => sum + (b.cashable === cashable ? (b.gains ?? 0) : 0), 0);
  const ranged =
    totals.low.gains !== null && totals.high.gains !== null && totals.low.gains !== totals.high.gains;
  return (
    <div className="effect">
      <section aria-labelledby="effect-time">
        <h3 id="effect-time">{t('effect.time')}</h3>
        <dl>
          <Figure
            label={t('figures.hours')}
            value={totals.hours}
            text={format.hours}
            reason={reasons.hours}
          />
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
          />
        </dl>
      </section>
      <section aria-labelledby="effect-economy">
        <h3 id="effect-economy">{t('effect.economy')}</h3>
        <dl>
          <Figure
            label={t('figures.gains')}
            value={totals.gains}
            text={format.money}
            reason={reasons.gains}
            note={
              totals.gains === null ? null : (
                <span className="split">
                  <span>{t('split.cashable', { amount: format.money(gains(true)) })}</span>
                  <span>{t('split.freed', { amount: format.money(gains(false)) })}</span>
                  {gains(null) === 0 ? null : (
                    <span>{t('split.unspecified', { amount: format.money(gains(null)) })}</span>
                  )}
                  {ranged ? (
                    <span>
                      {t('figures.range', {
                        low: format.money(totals.low.gains ?? 0),
                        high: format.money(totals.high.gains ?? 0),
                      })}
                    </span>
                  ) : null}
                </span>
              )
            }
          />
          <Figure label={t('figures.costs')} value={totals.costs} text={format.money} />
          <Figure
            label={t('figures.breakEven')}
            value={totals.breakEven}
            text={(value: string) => format.month(value, i18n.language)}
            reason={reasons.breakEven}
            note={
              totals.paybackMonths === null
                ? null
                : t('figures.payback', { months: format.count(totals.paybackMonths) })
            }
          />
          <Figure
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

function Quality({ benefits }: { benefits: readonly Benefit[] }) {
  const { t } = useTranslation();
  if (benefits.length === 0) return <p className="quiet">{t('effect.noQuality')}</p>;
  return (
    <dl>
      {benefits.slice(0, MOST_INDICATORS).map((b) => (
        <Figure
          key={b.benefit}
          label={b.name}
          value={b.after ?? b.difference}
          text={(value: number) => format.measured(value, b.unit)}
          reason={b.reasons.after}
          note={qualityNote(b, t)}
        />
      ))}
    </dl>
  );
}

function qualityNote(b: Benefit, t: TFunction): string | null {
  if (b.before !== null) return t('effect.from', { before: format.measured(b.before, b.unit) });
  return b.after === null && b.difference !== null ? t('effect.direct') : null;
}
