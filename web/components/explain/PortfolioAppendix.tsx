import { useTranslation } from 'react-i18next';
import type { PortfolioQuery } from '../../../server/contract/portfolio.ts';
import type { ProjectRow } from '../../../server/contract/projects.ts';
import type { Totals } from '../../../server/contract/report.ts';
import type { Reason } from '../../../server/domain/codes.ts';
import { useAsk } from '../../api.ts';
import * as format from '../../format.ts';
import { Formulas } from './Appendix.tsx';
import '../../style/explain.css';

interface Props {
  filters: PortfolioQuery;
  projects: readonly ProjectRow[];
  totals: Totals;
}

const COLUMNS = ['gains', 'costs', 'hours', 'fte'] as const;
const TEXT = {
  gains: format.exactKroner,
  costs: format.exactKroner,
  hours: (value: number) => format.exactly(value),
  fte: (value: number) => format.exactly(value),
};

/** On paper only: how the overview's figures were calculated, and what of each project is in them. */
export function PortfolioAppendix({ filters, projects, totals }: Props) {
  const { t } = useTranslation();
  const answer = useAsk('portfolioExplanations', {}, filters);
  const known = answer.data?.explanations.filter((e) => e.value !== null) ?? [];
  if (known.length === 0) return null;
  return (
    <section className="appendix print-only">
      <h2>{t('explanation.appendix')}</h2>
      <p>{t('explanation.decimals')}</p>
      <Formulas explanations={known} />
      <section className="explained-section">
        <h3>{t('explanation.section.projects')}</h3>
        <table className="appendix-projects">
          <thead>
            <tr>
              <td />
              {COLUMNS.map((name) => (
                <th key={name} scope="col">
                  {t(`explanation.figure.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {projects.map((project) => (
              <tr key={project.project}>
                <th scope="row">{project.name}</th>
                <Cells of={project.totals} reasons={project.reasons} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('explanation.total')}</th>
              <Cells of={totals} reasons={{}} />
            </tr>
          </tfoot>
        </table>
      </section>
    </section>
  );
}

/** A project without costs has none registered; whatever else is not known says why. */
function Cells({ of, reasons }: { of: Totals; reasons: Record<string, Reason> }) {
  const { t } = useTranslation();
  return COLUMNS.map((name) => {
    const value = name === 'costs' && of.costs === 0 ? null : of[name];
    const why = name === 'costs' ? 'no-costs' : reasons[name];
    return (
      <td key={name}>{value === null ? (why ? t(`reason.${why}`) : t('unknown')) : TEXT[name](value)}</td>
    );
  });
}
