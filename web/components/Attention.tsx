import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { BehindTarget, FollowupDue } from '../../server/contract/portfolio.ts';
import * as format from '../format.ts';
import { Explained } from './explain/Explained.tsx';
import { FirstFew } from './FirstFew.tsx';
import { Sentence } from './Sentence.tsx';
import { unitPer } from './unitPer.ts';

/** What someone has to act on: benefits behind target, and follow-ups that are due. */
export function Attention({ behind, due }: { behind: readonly BehindTarget[]; due: readonly FollowupDue[] }) {
  const { t } = useTranslation();
  return (
    <section className="attention">
      <h2>{t('behind.title')}</h2>
      {behind.length === 0 ? <p className="quiet">{t('behind.none')}</p> : <BehindList behind={behind} />}
      <h2>{t('due.title')}</h2>
      <FollowupList due={due} />
    </section>
  );
}

function BehindList({ behind }: { behind: readonly BehindTarget[] }) {
  const { t, i18n } = useTranslation();
  return (
    <FirstFew items={behind}>
      {(b) => (
        <li key={b.benefit}>
          <Link to="/projekt/$project/gevinst/$benefit" params={{ project: b.project, benefit: b.benefit }}>
            {b.name}
          </Link>
          <span>
            <Sentence
              text={(marks) => t('behind.row', { due: format.day(b.due, i18n.language), ...marks })}
              put={{
                after: (
                  <Explained figure="after" label={b.name} project={b.project} benefit={b.benefit}>
                    {format.measured(b.after, unitPer(b, t))}
                  </Explained>
                ),
                target: (
                  <Explained figure="target" label={b.name} project={b.project} benefit={b.benefit}>
                    {format.measured(b.target, unitPer(b, t))}
                  </Explained>
                ),
              }}
            />
          </span>
          <small>{[b.projectName, b.owner].filter(Boolean).join(' · ')}</small>
        </li>
      )}
    </FirstFew>
  );
}

/** Follow-ups that are due, the longest overdue first. */
export function FollowupList({ due }: { due: readonly FollowupDue[] }) {
  const { t, i18n } = useTranslation();
  if (due.length === 0) return <p className="quiet">{t('due.none')}</p>;
  return (
    <FirstFew items={due}>
      {(f) => (
        <li key={`${f.benefit} ${f.due}`}>
          <Link to="/projekt/$project/gevinst/$benefit" params={{ project: f.project, benefit: f.benefit }}>
            {f.name}
          </Link>
          <span data-overdue={f.overdue || undefined}>
            {t(f.overdue ? 'due.overdue' : 'due.soon', { due: format.day(f.due, i18n.language) })}
          </span>
          <small>{[f.projectName, f.owner].filter(Boolean).join(' · ')}</small>
        </li>
      )}
    </FirstFew>
  );
}
