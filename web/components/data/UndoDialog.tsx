import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Load } from '../../../server/contract/loads.ts';
import type { UndoOutcome } from '../../../server/contract/uploads.ts';
import * as format from '../../format.ts';
import { act } from './act.ts';
import { ProblemText } from './ProblemText.tsx';
import { refreshFigures } from './useUpload.ts';

/** Says what leaves and which figures may change, before a load is undone; and what became of it. */
export function UndoDialog({ load, close }: { load: Load; close: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const undo = useMutation({
    mutationFn: () => act('undoLoad', { load: String(load.load) }, null),
    onSuccess: () => void refreshFigures(),
  });
  useEffect(() => dialog.current?.showModal(), []);
  const leave = () => {
    if (undo.isPending) return;
    // Closed before it is gone, so that the focus goes back to where it was.
    dialog.current?.close();
    close();
  };
  return (
    <dialog
      ref={dialog}
      className="ask"
      aria-labelledby="undo-title"
      onCancel={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <h2 id="undo-title">{undo.isSuccess ? t('undo.done') : t('undo.title', { load: load.load })}</h2>
      <div aria-live="polite">{undo.isSuccess ? <Done outcome={undo.data} /> : <Before load={load} />}</div>
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
    </dialog>
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
