import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../server/contract/explanations.ts';
import * as format from '../../format.ts';
import { Loaded } from './Loaded.tsx';

type Rate = Explanation['rates'][number];

/** The rates that were in force, with hours per FTE, each with where it comes from. */
export function RatesOf({ rates }: { rates: readonly Rate[] }) {
  const { t, i18n } = useTranslation();
  if (rates.length === 0) return null;
  return (
    <section className="explained-section">
      <h3>{t('explanation.rows.rates')}</h3>
      <ul>
        {rates.map((rate) => (
          <li key={`${rate.rate} ${rate.validFrom}`}>
            {valueText(t, rate, i18n.language)}
            <small>
              {rate.source === null ? null : `${rate.source} · `}
              <Loaded load={rate.load} file={rate.file} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A rate in a line of text: name, first day, kroner and hours per FTE, source and load. */
export function rateText(t: TFunction, rate: Rate, language: string): string {
  const from = [rate.source, loadedText(t, rate)].filter(Boolean).join(', ');
  return `${valueText(t, rate, language)} (${from})`;
}

/** The load that a row came with, in words. */
export function loadedText(t: TFunction, { load, file }: Pick<Rate, 'load' | 'file'>): string {
  if (load === 0) return t('explanation.rows.byHand');
  return [file, t('explanation.rows.load', { load })].filter(Boolean).join(' ');
}

function valueText(t: TFunction, rate: Rate, language: string): string {
  return t('explanation.rows.rate', {
    rate: rate.rate,
    from: format.day(rate.validFrom, language),
    kr: format.exactKroner(rate.hourlyKr),
    hours: format.exactly(rate.hoursPerFte),
  });
}
