import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Change } from '../../../server/contract/changes.ts';
import { act } from '../../act.ts';
import type { ApiError } from '../../api.ts';
import * as format from '../../format.ts';
import { Dialog } from '../edit/Dialog.tsx';
import { EditProblem } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';

/** Asks before what stood before a change is put back. `thing` says which one it is of, where that is not plain. */
export function RestoreDialog(props: { change: Change; thing: string | null; close: () => void }) {
  const { change, thing, close } = props;
  const { t, i18n } = useTranslation();
  const edit = useEdit(() => act('restoreChange', { change: change.change }, null), close);
  return (
    <Dialog title={t('changes.restoreTitle')} close={close} busy={edit.isPending}>
      {(leave) => (
        <>
          {thing ? <p className="history-thing">{thing}</p> : null}
          <p>
            {t('changes.restoreWhat', { when: format.instant(change.at, i18n.language), who: change.by })}
          </p>
          {edit.error ? <RestoreProblem error={edit.error} /> : null}
          <p className="ask-choices">
            <Button variant="default" onClick={leave} disabled={edit.isPending}>
              {t('edit.cancel')}
            </Button>
            <Button onClick={() => edit.mutate(undefined)} loading={edit.isPending}>
              {t('changes.restoreDo')}
            </Button>
          </p>
        </>
      )}
    </Dialog>
  );
}

/** Why a change cannot be gone back from any more, and what to do instead. */
function RestoreProblem({ error }: { error: ApiError }) {
  const { t, i18n } = useTranslation();
  if (error.code !== 'cannot-restore') return <EditProblem error={error} />;
  const { why, day } = error.details;
  return (
    <p className="caution" role="alert">
      {t(`changes.cannot.${why as 'moved'}`, {
        day: typeof day === 'string' ? format.day(day, i18n.language) : '',
      })}
    </p>
  );
}
