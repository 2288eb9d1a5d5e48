import type { TFunction } from 'i18next';
import type { Measure, SeriesPoint } from '../../../server/contract/measures.ts';
import { isPercentage } from '../../../server/domain/units.ts';
import * as format from '../../format.ts';

/** `76 %`, `600 sager om måneden` */
export function valueText(
  t: TFunction,
  measure: Pick<Measure, 'unit'>,
  { value, per }: Pick<SeriesPoint, 'value' | 'per'>,
): string {
  const text = format.measured(value, measure.unit);
  return per === null ? text : `${text} ${t(`per.${per}`)}`;
}

/** Whether more or less of it is better or worse at all: a number of cases, or of hours at work, is only what a gain is worked out of. */
export function canImprove({ benefits }: Pick<Measure, 'benefits'>): boolean {
  const background = ({ role, judged }: Measure['benefits'][number]) =>
    role === 'volume' || (role === 'hours' && !judged);
  return benefits.length === 0 || !benefits.every(background);
}

/** `1. jan. – 31. mar. 2024`, `fra 1. jan. 2024`: the days of a measurement. */
export function periodText(
  t: TFunction,
  { from, to }: Pick<SeriesPoint, 'from' | 'to'>,
  language: string,
): string {
  const first = format.day(from, language);
  if (to === null) return t('calculation.from', { from: first });
  return to === from ? first : `${first} – ${format.day(to, language)}`;
}

/** How many were measured: `19 af 50`, `n = 32`; empty of what is counted in full. */
export function manyText(
  t: TFunction,
  { kind }: Pick<Measure, 'kind'>,
  { n, counted }: Pick<SeriesPoint, 'n' | 'counted'>,
): string {
  if (n === null) return kind === 'flow' ? '' : t('measuring.nUnknown');
  if (counted === null) return `n = ${format.count(n)}`;
  return t('measuring.countedOf', { counted: format.count(counted), n: format.count(n) });
}

/** The range that a measurement was entered with; empty without one. */
export function rangeText(
  t: TFunction,
  { unit }: Pick<Measure, 'unit'>,
  { low, high }: Pick<SeriesPoint, 'low' | 'high'>,
): string {
  if (low === null && high === null) return '';
  return t('measuring.range', {
    low: low === null ? '…' : format.decimal(low),
    high: format.measured(high ?? low ?? 0, high === null ? null : unit),
  });
}

/** How certain one measurement is: how many were measured, and the interval or the range. */
export function certaintyText(
  t: TFunction,
  measure: Pick<Measure, 'unit' | 'kind'>,
  point: SeriesPoint,
): string {
  const { interval } = point;
  const range = interval
    ? t('measuring.interval', {
        low: format.oneDecimal(interval.low),
        high: format.oneDecimal(interval.high),
      })
    : rangeText(t, measure, point);
  return [manyText(t, measure, point), range].filter(Boolean).join(' · ');
}

/** Calendar months in words, those beside each other as one: [1, 2, 3, 12] → `december–marts` */
export function monthsText(months: readonly number[], language: string): string {
  const name = (month: number) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'da-DK', { month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2024, month - 1),
    );
  const starts = months.filter((month) => !months.includes(month === 1 ? 12 : month - 1));
  const parts = starts.map((start) => {
    let last = start;
    while (months.includes((last % 12) + 1)) last = (last % 12) + 1;
    return last === start ? name(start) : `${name(start)}–${name(last)}`;
  });
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : 'da-DK').format(parts);
}

/** A difference in the measure's unit, with its sign: `+9,5 procentpoint`, `−6 minutter` */
export function differenceText(
  t: TFunction,
  difference: number,
  unit: string,
  per: SeriesPoint['per'] = null,
): string {
  if (isPercentage(unit)) return `${format.signed(difference)} ${t('benefits.points')}`;
  const text = valueText(t, { unit }, { value: difference, per });
  return difference > 0 ? `+${text}` : text;
}
