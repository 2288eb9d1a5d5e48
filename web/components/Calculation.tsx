import { useTranslation } from 'react-i18next';
import type { Benefit, CalculationInput } from '../../server/contract/benefits.ts';
import * as format from '../format.ts';

/** How a benefit was calculated: the formula, every row it rests on, and the rates in force. */
export function Calculation({ benefit: b }: { benefit: Benefit }) {
  const { t, i18n } = useTranslation();
  const month = (value: string | null) =>
    value === null ? t('unknown') : format.month(value, i18n.language);
  return (
    <>
      <p className="print-only">
        {t(`formula.${b.method}`)}{' '}
        {t('calculation.points', { count: b.dataPoints, n: format.count(b.dataPoints) })}.
      </p>
      <details className="calculation">
        <summary>
          {t('calculation.title')}{' '}
          <span>{t('calculation.points', { count: b.dataPoints, n: format.count(b.dataPoints) })}</span>
        </summary>
        <p className="formula">{t(`formula.${b.method}`)}</p>
        {b.runs ? (
          <p>
            {t('calculation.runs', {
              robot: b.runs.name,
              runs: format.count(b.runs.runs),
              items: format.count(b.runs.items),
              from: month(b.runs.from),
              until: month(b.runs.until),
            })}
          </p>
        ) : null}
        {b.inputs.length > 0 ? <Inputs inputs={b.inputs} /> : null}
        {b.rates.map((rate) => (
          <p key={rate.validFrom}>
            {t('calculation.rate', {
              rate: rate.rate,
              from: format.day(rate.validFrom, i18n.language),
              kr: format.krPerHour(rate.hourlyKr),
              hours: format.decimal(rate.hoursPerFte),
            })}
            {rate.source ? ` (${rate.source})` : ''}
          </p>
        ))}
        {b.attribution < 1 ? (
          <p>{t('calculation.attribution', { share: format.share(b.attribution) })}</p>
        ) : null}
        <p className="outcome">
          {b.hours === null ? null : t('calculation.hours', { hours: format.decimal(b.hours) })}
          {b.hours !== null && b.gains !== null ? ' · ' : null}
          {b.gains === null ? null : t('calculation.gains', { amount: format.kroner(b.gains) })}
        </p>
      </details>
    </>
  );
}

function Inputs({ inputs }: { inputs: readonly CalculationInput[] }) {
  const { t, i18n } = useTranslation();
  const day = (value: string) => format.day(value, i18n.language);
  const period = (i: CalculationInput) =>
    i.to === null ? t('calculation.from', { from: day(i.from) }) : `${day(i.from)} – ${day(i.to)}`;
  return (
    // A region that scrolls must be reachable by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
    <section className="table-scroll" tabIndex={0} aria-label={t('calculation.inputs')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('calculation.measure')}</th>
            <th scope="col">{t('calculation.phase')}</th>
            <th scope="col">{t('calculation.value')}</th>
            <th scope="col">{t('calculation.period')}</th>
            <th scope="col">n</th>
            <th scope="col">{t('calculation.source')}</th>
          </tr>
        </thead>
        <tbody>
          {inputs.map((i) => (
            <tr key={`${i.role} ${i.measure} ${i.phase} ${i.from}`}>
              <th scope="row">{i.name}</th>
              <td>{t(`phase.${i.phase}`)}</td>
              <td>
                {format.measured(i.value, i.unit)}
                {i.per ? ` ${t(`per.${i.per}`)}` : ''}
                {i.basis === 'expected' ? ` (${t('basis.expected')})` : ''}
              </td>
              <td>{period(i)}</td>
              <td>{i.n === null ? '' : format.count(i.n)}</td>
              <td>
                {[i.source, i.note, t('calculation.load', { load: i.load })].filter(Boolean).join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
