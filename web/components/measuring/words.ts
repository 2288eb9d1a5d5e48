import type { TFunction } from 'i18next';
import type { Measure, SeriesPoint } from '../../../server/contract/measures.ts';
import { isPercent } from '../../../server/domain/measurementRules.ts';
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
  if (isPercent(unit)) return `${format.signed(difference)} ${t('benefits.points')}`;
  const text = valueText(t, { unit }, { value: difference, per });
  return difference > 0 ? `+${text}` : text;
}
