import { useTranslation } from 'react-i18next';
import type { ExplainedMeasurement, Explanation } from '../../../server/contract/explanations.ts';
import * as format from '../../format.ts';
import { unitPer } from '../unitPer.ts';
import { Loaded } from './Loaded.tsx';
import { RatesOf } from './Rates.tsx';
import { RunRows } from './RunRows.tsx';

/** The rows that a benefit's figure rests on: measurements, a robot's runs, rates and targets, each with its load. */
export function Rows({ explanation: e }: { explanation: Explanation }) {
  const { t, i18n } = useTranslation();
  const used = e.measurements.filter((m) => m.used);
  const others = e.measurements.filter((m) => !m.used);
  return (
    <>
      <Measurements
        title={t(e.value === null ? 'explanation.rows.present' : 'explanation.rows.measurements')}
        rows={used}
      />
      {e.runs ? <RunRows runs={e.runs} /> : null}
      <RatesOf rates={e.rates} />
      {e.targets.length > 0 ? (
        <section className="explained-section">
          <h3>{t('explanation.rows.targets')}</h3>
          <ul>
            {e.targets.map((target) => (
              <li key={target.due}>
                {t('explanation.rows.target', {
                  value: format.measured(target.value, unitPer(target, t)),
                  due: format.day(target.due, i18n.language),
                })}
                <small>
                  {target.low === null && target.high === null
                    ? null
                    : `${t('explanation.rows.range', {
                        low: target.low === null ? '…' : format.exactly(target.low),
                        high: target.high === null ? '…' : format.exactly(target.high, target.unit),
                      })} · `}
                  <Loaded load={target.load} file={target.file} />
                </small>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Measurements title={t('explanation.rows.notUsed')} rows={others} />
    </>
  );
}

function Measurements({ title, rows }: { title: string; rows: readonly ExplainedMeasurement[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  const counts = rows.some((row) => row.counted !== null);
  return (
    <section className="explained-section" aria-label={title}>
      <h3>{title}</h3>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <div className="explained-scroll" tabIndex={0}>
        <table className="explained-rows">
          <thead>
            <tr>
              <th scope="col">{t('explanation.rows.measure')}</th>
              <th scope="col">{t('explanation.rows.value')}</th>
              <th scope="col">{t('explanation.rows.period')}</th>
              {counts ? <th scope="col">{t('explanation.rows.counted')}</th> : null}
              <th scope="col">{t('explanation.rows.points')}</th>
              <th scope="col">{t('explanation.rows.source')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <MeasurementRow
                key={`${row.role} ${row.measure} ${row.phase} ${row.from}`}
                row={row}
                counts={counts}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function MeasurementRow({ row, counts }: { row: ExplainedMeasurement; counts: boolean }) {
  const { t, i18n } = useTranslation();
  const day = (value: string) => format.day(value, i18n.language);
  return (
    <tr>
      <th scope="row">
        {row.name}
        <small>{t(`phase.${row.phase}`)}</small>
      </th>
      <td>
        {format.exactly(row.value, row.unit)}
        {row.per ? ` ${t(`per.${row.per}`)}` : ''}
        <em className="tag" data-basis={row.basis}>
          {t(`basis.${row.basis}`)}
        </em>
        {row.low !== null && row.high !== null ? (
          <small>
            {t('explanation.rows.range', {
              low: format.exactly(row.low),
              high: format.exactly(row.high, row.unit),
            })}
          </small>
        ) : null}
      </td>
      <td>
        {row.to === null
          ? t('explanation.rows.from', { from: day(row.from) })
          : `${day(row.from)} – ${day(row.to)}`}
      </td>
      {counts ? <td>{row.counted === null ? '' : format.exactly(row.counted, row.unit)}</td> : null}
      <td>{row.n === null ? '' : format.count(row.n)}</td>
      <td>
        {[row.source, row.note].filter(Boolean).map((text) => `${text} · `)}
        <Loaded load={row.load} file={row.file} />
      </td>
    </tr>
  );
}
