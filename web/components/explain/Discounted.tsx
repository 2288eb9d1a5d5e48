import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../server/contract/explanations.ts';
import * as format from '../../format.ts';
import { discountedYears } from './discountedYears.ts';

/** On paper: net present value a year a line, with net, the factors that it is multiplied by, and what that comes to. */
export function Discounted({ explanation: { sections, value } }: { explanation: Explanation }) {
  const { t, i18n } = useTranslation();
  const years = discountedYears(sections);
  const [first] = years;
  if (!first || value === null) return null;
  return (
    <section className="explained-section">
      <h3>{t('explanation.rows.npv')}</h3>
      <p>{t('explanation.rows.npvFirst', { month: format.month(first.from, i18n.language) })}</p>
      <table className="explained-numbers">
        <thead>
          <tr>
            {(['npvYear', 'npvMonths', 'npvNet', 'npvFactor', 'npvValue'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`explanation.rows.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map((y) => (
            <tr key={y.year}>
              <th scope="row">{y.year}</th>
              <td>{format.count(y.months)}</td>
              <td>{format.exactKroner(y.net)}</td>
              <td>
                {y.factors[0] === y.factors[1]
                  ? format.factor(y.factors[0])
                  : `${format.factor(y.factors[0])} – ${format.factor(y.factors[1])}`}
              </td>
              <td>{format.exactKroner(y.value)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('explanation.total')}</th>
            <td />
            <td>{format.exactKroner(years.reduce((sum, y) => sum + y.net, 0))}</td>
            <td />
            <td>{format.exactKroner(value)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
