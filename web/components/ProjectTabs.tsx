import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const PAGES = [
  ['/projekt/$project', 'case'],
  ['/projekt/$project/gevinstkort', 'map'],
  ['/projekt/$project/maalinger', 'measuring'],
  ['/projekt/$project/plan', 'plan'],
  ['/projekt/$project/opfoelgning', 'followup'],
] as const;

/** The pages of one project. */
export function ProjectTabs({ project }: { project: string }) {
  const { t } = useTranslation();
  return (
    <nav className="tabs" aria-label={t('edit.projectPages')}>
      {PAGES.map(([to, name]) => (
        <Link key={name} to={to} params={{ project }} activeOptions={{ exact: true, includeSearch: false }}>
          {t(`edit.tab.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
