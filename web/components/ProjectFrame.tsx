import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Project } from '../../server/contract/projects.ts';
import { useAsk } from '../api.ts';
import { Answered } from './Answered.tsx';
import { NotFound } from './NotFound.tsx';
import { ProjectTabs } from './ProjectTabs.tsx';
import { useTitle } from './useTitle.ts';

interface Props {
  project: string;
  /** What this page of the project is: the heading, and in the browser's tab with the project's name. */
  title: string;
  /** What can be done on the page, beside the heading. */
  actions?: ReactNode;
  children: (project: Project) => ReactNode;
}

/** What is around a page of one project: where it is, its heading, the way to its other pages. */
export function ProjectFrame({ project, title, actions, children }: Props) {
  const { t } = useTranslation();
  const facts = useAsk('project', { project }, {});
  useTitle(facts.data ? `${title} · ${facts.data.name}` : title);
  return (
    <Answered query={facts} lines={10} missing={<NotFound what={project} />}>
      {(fact) => (
        <>
          <ProjectTabs project={project} />
          <header className="page-head">
            <div>
              <p className="eyebrow">
                <Link to="/">{t('overview.title')}</Link> ·{' '}
                <Link to="/projekt/$project" params={{ project }}>
                  {fact.name}
                </Link>
              </p>
              <h1>{title}</h1>
            </div>
            {actions ? <div className="page-actions">{actions}</div> : null}
          </header>
          {children(fact)}
        </>
      )}
    </Answered>
  );
}
