import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { act } from '../act.ts';
import { useAsk } from '../api.ts';
import { Answered } from '../components/Answered.tsx';
import { useUnsaved } from '../components/card/useUnsaved.ts';
import { ProjectForm } from '../components/project/ProjectForm.tsx';
import { emptyProject } from '../components/project/projectDraft.ts';
import { useTitle } from '../components/useTitle.ts';
import '../style/card.css';

/** A new project, of which a name and a municipality are enough. */
export function NewProjectPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [dirty, setDirty] = useState(false);
  const release = useUnsaved(dirty);
  const portfolio = useAsk('portfolio', {}, {});
  useTitle(t('card.project.new'));
  return (
    <>
      <header className="page-head">
        <div>
          <h1>{t('card.project.new')}</h1>
          <p className="quiet">{t('card.project.newWhat')}</p>
        </div>
      </header>
      <Answered query={portfolio} lines={8}>
        {({ filters }) => (
          <ProjectForm
            first={emptyProject(
              filters.municipality.length === 1 ? (filters.municipality[0]?.value ?? '') : '',
            )}
            label={t('card.project.create')}
            departments={[...new Set(filters.department.map((d) => d.label))]}
            save={(content) => act('createProject', {}, { content })}
            saved={(project) => {
              release();
              navigate({ to: '/projekt/$project', params: { project } });
            }}
            cancel={() => navigate({ to: '/' })}
            onDirty={setDirty}
          />
        )}
      </Answered>
    </>
  );
}
