import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectFacts } from '../../../server/contract/card.ts';
import { act } from '../../act.ts';
import { useAsk } from '../../api.ts';
import { Answered } from '../Answered.tsx';
import { ArchivedList } from '../card/ArchivedList.tsx';
import { History } from '../changes/History.tsx';
import { Dialog } from '../edit/Dialog.tsx';
import type { OwnerAddress } from '../edit/ownerEmail.ts';
import { ProjectForm } from './ProjectForm.tsx';
import { projectDraftOf } from './projectDraft.ts';
import '../../style/card.css';

/** What can be done with a project: a new benefit, and its facts edited. */
export function EditProject({ project }: { project: string }) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  return (
    <div className="page-actions">
      <Button
        size="sm"
        renderRoot={(props) => <Link to="/projekt/$project/ny-gevinst" params={{ project }} {...props} />}
      >
        {t('card.new')}
      </Button>
      <Button size="sm" variant="default" onClick={() => setEditing(true)}>
        {t('card.project.edit')}
      </Button>
      {editing ? <EditDialog project={project} close={() => setEditing(false)} /> : null}
    </div>
  );
}

function EditDialog({ project, close }: { project: string; close: () => void }) {
  const { t } = useTranslation();
  const facts = useAsk('projectFacts', { project }, {});
  const choices = useAsk('cardChoices', { project }, {});
  const [dirty, setDirty] = useState(false);
  const stop = () => {
    if (!dirty || window.confirm(t('card.leave'))) close();
  };
  return (
    <Dialog title={t('card.project.edit')} close={close} busy={dirty} wide>
      {() => (
        <Answered query={facts} lines={8}>
          {(found) => (
            <Answered query={choices} lines={4}>
              {({ departments, owners, archived }) => (
                <>
                  <Editing
                    found={found}
                    departments={departments}
                    owners={owners}
                    saved={close}
                    cancel={stop}
                    onDirty={setDirty}
                  />
                  <ArchivedList project={project} archived={archived} />
                  <details className="form-more">
                    <summary>{t('changes.title')}</summary>
                    <div>
                      <History project={project} subject="project" />
                    </div>
                  </details>
                </>
              )}
            </Answered>
          )}
        </Answered>
      )}
    </Dialog>
  );
}

interface EditingProps {
  found: ProjectFacts;
  departments: readonly string[];
  owners: readonly OwnerAddress[];
  saved: () => void;
  cancel: () => void;
  onDirty: (dirty: boolean) => void;
}

function Editing({ found, ...form }: EditingProps) {
  const { t } = useTranslation();
  // What the edit began from, also when newer facts have come meanwhile.
  const [{ project, revision, content }] = useState(found);
  return (
    <ProjectForm
      {...form}
      first={projectDraftOf(content)}
      label={t('edit.save')}
      save={(changed) => act('saveProject', { project }, { revision, content: changed })}
    />
  );
}
