import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { GoalBenefit } from '../../../server/contract/map.ts';
import { FactLine } from '../map/FactLine.tsx';
import { benefitFacts, factText } from '../map/nodeFacts.ts';
import { StatusMark } from '../map/StatusMark.tsx';

/** Benefits of any projects, each with what came of it and how it goes. */
export function GoalTable({ benefits, label }: { benefits: readonly GoalBenefit[]; label: string }) {
  const { t } = useTranslation();
  return (
    <table className="goal-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('goals.benefit')}</th>
          <th scope="col">{t('goals.project')}</th>
          <th scope="col">{t('goals.effect')}</th>
          <th scope="col">{t('goals.status')}</th>
        </tr>
      </thead>
      <tbody>
        {benefits.map((b) => (
          <tr key={`${b.project} ${b.benefit}`}>
            <th scope="row">
              <Link
                to="/projekt/$project/gevinst/$benefit"
                params={{ project: b.project, benefit: b.benefit }}
              >
                {b.name}
              </Link>
            </th>
            <td>
              <Link to="/projekt/$project/gevinstkort" params={{ project: b.project }}>
                {b.projectName}
              </Link>
              <small>{b.owner ?? t('goals.noOwner')}</small>
            </td>
            <td>
              {benefitFacts(b, t).map((fact) => (
                <div key={factText(fact)}>
                  <FactLine
                    fact={fact}
                    label={b.name}
                    project={b.project}
                    benefit={b.benefit}
                    until={b.until}
                  />
                </div>
              ))}
            </td>
            <td>
              <StatusMark status={b.status} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
