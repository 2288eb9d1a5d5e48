import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Load } from '../../../server/contract/loads.ts';
import type { UndoOutcome } from '../../../server/contract/uploads.ts';
import { act } from '../../act.ts';
import * as format from '../../format.ts';
import { Dialog } from '../edit/Dialog.tsx';
import { refreshFigures } from '../edit/useEdit.ts';
import { ProblemText } from './ProblemText.tsx';

/** Says what leaves and which figures may change, before a load is undone; and what became of it. */
export function UndoDialog({ load, close }: { load: Load; close: () => void }) {
  const { t } = useTranslation();
  const undo = useMutation({
    mutationFn: () => act('undoLoad', { load: String(load.load) }, null),
    onSuccess: () => void refreshFigures(),
  });
  return (
    <Dialog
      title={undo.isSuccess ? t('undo.done') : t('undo.title', { load: load.load })}
      close={close}
      busy={undo.isPending}
    >
      {(leave) => (
        <>
          <div aria-live="polite">
            {undo.isSuccess ? <Done outcome={undo.data} /> : <Before load={load} />}
          </div>
          {undo.isError ? <ProblemText error={undo.error} /> : null}
          <p className="ask-choices">
            {undo.isSuccess ? null : (
              <Button variant="default" onClick={leave} disabled={undo.isPending}>
                {t('undo.keep')}
              </Button>
            )}
            {undo.isSuccess ? (
              <Button onClick={leave}>{t('undo.close')}</Button>
            ) : (
              <Button onClick={() => undo.mutate()} loading={undo.isPending}>
                {t('undo.confirm')}
              </Button>
            )}
          </p>
        </>
      )}
    </Dialog>
  );
}

function Before({ load }: { load: Load }) {
  const { t } = useTranslation();
  const table = load.table ?? load.source;
  const rows = { count: load.kept, n: format.count(load.kept), file: load.file };
  return (
    <>
      <p>{t('undo.rows', { ...rows, table: t(`table.${table as 'runs'}`, { defaultValue: table }) })}</p>
      <p>
        {t('undo.affects')} {t(`affects.${table as 'runs'}`, { defaultValue: t('affects.other') })}
      </p>
      <p className="quiet">{t('undo.record')}</p>
    </>
  );
}

function Done({ outcome: { removed, restored, alsoIn } }: { outcome: UndoOutcome }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        {t('undo.removed', { count: removed, n: format.count(removed) })}{' '}
        {restored > 0 ? t('undo.restored', { count: restored, n: format.count(restored) }) : null}
      </p>
      {alsoIn.length > 0 ? (
        <p className="caution">
          {t('undo.alsoIn', { files: alsoIn.map(({ file, load }) => `${file} (${load})`).join(', ') })}
        </p>
      ) : null}
    </>
  );
}
