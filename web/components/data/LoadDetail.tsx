import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Load } from '../../../server/contract/loads.ts';
import * as format from '../../format.ts';
import { Refusals } from '../Refusals.tsx';
import { UndoDialog } from './UndoDialog.tsx';

/** What became of one load's rows, and the way to take them out again. */
export function LoadDetail({ load }: { load: Load }) {
  const { t, i18n } = useTranslation();
  const [asking, setAsking] = useState(false);
  const there = load.status === 'loaded' && load.undone === null && load.kept > 0;
  return (
    <>
      {load.error ? (
        <p className="caution">
          {t('data.why')} <span lang="en">{load.error}</span>
        </p>
      ) : null}
      {load.undone === null ? null : (
        <p>
          {t('data.undoneBy', {
            when: format.instant(load.undone, i18n.language),
            who: load.undoneBy ?? t('unknown'),
          })}
        </p>
      )}
      {load.passed > 0 ? (
        <p className="quiet">{t('data.passed', { count: load.passed, n: format.count(load.passed) })}</p>
      ) : null}
      {load.masked > 0 ? (
        <p className="quiet">{t('data.masked', { count: load.masked, n: format.count(load.masked) })}</p>
      ) : null}
      {load.refused > 0 ? <Refusals load={load.load} /> : null}
      {load.status === 'loaded' && load.refused === 0 && load.undone === null ? (
        <p className="quiet">{t('data.noneRefused')}</p>
      ) : null}
      {there ? (
        <Button variant="default" size="xs" className="undo" onClick={() => setAsking(true)}>
          {t('undo.ask')}
        </Button>
      ) : null}
      {asking ? <UndoDialog load={load} close={() => setAsking(false)} /> : null}
    </>
  );
}
