import { useTranslation } from 'react-i18next';
import type { Subject } from '../../../server/domain/codes.ts';
import { History } from './History.tsx';
import '../../style/card.css';

/** The history of all of a project's measurements, or follow-ups, last on their page. */
export function PageHistory({ project, subject }: { project: string; subject: Subject }) {
  const { t } = useTranslation();
  return (
    <section className="card-more card-history">
      <h2>{t('changes.title')}</h2>
      <History project={project} subject={subject} />
    </section>
  );
}
