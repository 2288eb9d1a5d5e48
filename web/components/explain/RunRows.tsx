import { useTranslation } from 'react-i18next';
import type { ExplainedRuns } from '../../../server/contract/explanations.ts';
import * as format from '../../format.ts';
import { Loaded } from './Loaded.tsx';

/** A robot's successful transactions and items month by month, what of them counts, and the loads they came with. */
export function RunRows({ runs }: { runs: ExplainedRuns }) {
  const { t, i18n } = useTranslation();
  const sum = (of: (month: ExplainedRuns['months'][number]) => number) =>
    format.exactly(runs.months.reduce((total, month) => total + of(month), 0));
  return (
    <section className="explained-section">
      <h3>{t('explanation.rows.runs', { robot: runs.name })}</h3>
      <details>
        <summary>{t('explanation.rows.runsShown', { count: runs.months.length })}</summary>
        <table className="explained-numbers">
          <thead>
            <tr>
              <th scope="col">{t('explanation.rows.month')}</th>
              <th scope="col">{t('explanation.rows.succeeded')}</th>
              <th scope="col">{t('explanation.rows.items')}</th>
              <th scope="col">{t('explanation.rows.counted')}</th>
            </tr>
          </thead>
          <tbody>
            {runs.months.map((m) => (
              <tr key={m.month}>
                <th scope="row">{format.month(m.month, i18n.language)}</th>
                <td>{format.count(m.runs)}</td>
                <td>{format.count(m.items)}</td>
                <td>{format.exactly(m.counted)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('explanation.total')}</th>
              <td>{sum((m) => m.runs)}</td>
              <td>{sum((m) => m.items)}</td>
              <td>{sum((m) => m.counted)}</td>
            </tr>
          </tfoot>
        </table>
      </details>
      <p className="quiet">{t('explanation.rows.loads')}</p>
      <ul>
        {runs.loads.map((l) => (
          <li key={l.load}>
            {t('explanation.rows.runsOf', { count: l.runs, n: format.count(l.runs) })}{' '}
            <small>
              <Loaded load={l.load} file={l.file} />
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
