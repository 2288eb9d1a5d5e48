import { useTranslation } from 'react-i18next';
import { useAsk } from '../api.ts';
import { Answered } from '../components/Answered.tsx';
import { GoalSection } from '../components/goals/GoalSection.tsx';
import { GoalTable } from '../components/goals/GoalTable.tsx';
import { useTitle } from '../components/useTitle.ts';
import '../style/map.css';

/** The portfolio by strategic goal. */
export function GoalsPage() {
  const { t } = useTranslation();
  const answer = useAsk('goals', {}, {});
  useTitle(t('goals.title'));
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('goals.title')}</h1>
        </div>
      </header>
      <p className="map-lead">{t('goals.lead')}</p>
      <Answered query={answer} lines={10}>
        {({ goals, without }) => (
          <div className="goals-list">
            {goals.length === 0 ? (
              <section className="map-empty">
                <h2>{t('goals.emptyTitle')}</h2>
                <p>{t('goals.empty')}</p>
              </section>
            ) : null}
            {goals.map((goal) => (
              <GoalSection
                key={goal.goal}
                goal={goal}
                others={goals.filter((g) => g !== goal).map((g) => g.goal)}
              />
            ))}
            {goals.length > 1 ? <p className="quiet">{t('goals.twice')}</p> : null}
            {without.length > 0 ? (
              <details className="goal goals-without" open={goals.length === 0}>
                <summary>{t('goals.without', { count: without.length })}</summary>
                <p className="quiet">{t('goals.withoutHint')}</p>
                <GoalTable benefits={without} label={t('goals.without', { count: without.length })} />
              </details>
            ) : null}
          </div>
        )}
      </Answered>
    </>
  );
}
