import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CardAnswer } from '../../../server/contract/card.ts';
import { act } from '../../act.ts';
import { Dialog } from '../edit/Dialog.tsx';
import { EditorName } from '../edit/EditorName.tsx';
import { EditProblem } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';

/** Asks before a benefit is set aside, and says what that means. */
export function ArchiveDialog({ answer, close }: { answer: CardAnswer; close: () => void }) {
  const { t } = useTranslation();
  const { project, benefit, revision, card } = answer;
  const edit = useEdit(() => act('archiveBenefit', { project, benefit }, { revision }), close);
  return (
    <Dialog title={t('card.archiveTitle')} close={close} busy={edit.isPending}>
      {(leave) => (
        <>
          <p>{t('card.archiveWhat', { name: card.name })}</p>
          <EditorName />
          {edit.error ? <EditProblem error={edit.error} /> : null}
          <p className="ask-choices">
            <Button variant="default" onClick={leave} disabled={edit.isPending}>
              {t('edit.cancel')}
            </Button>
            <Button onClick={() => edit.mutate(undefined)} loading={edit.isPending}>
              {t('card.archiveDo')}
            </Button>
          </p>
        </>
      )}
    </Dialog>
  );
}
