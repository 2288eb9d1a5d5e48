import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTitle } from './useTitle.ts';

/** An address, or a project, that is not there. */
export function NotFound({ what }: { what?: string }) {
  const { t } = useTranslation();
  useTitle(t('notFound.title'));
  return (
    <section className="message">
      <h1>{t('notFound.title')}</h1>
      <p>{what ? t('notFound.project', { project: what }) : t('notFound.page')}</p>
      <p>
        <Link to="/">{t('notFound.back')}</Link>
      </p>
    </section>
  );
}
