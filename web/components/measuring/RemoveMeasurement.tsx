import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Measure, SeriesPoint } from '../../../server/contract/measures.ts';
import { act } from '../../act.ts';
import { Dialog } from '../edit/Dialog.tsx';
import { EditorName } from '../edit/EditorName.tsx';
import { EditProblem } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';
import { periodText, valueText } from './words.ts';

/** Asks before a measurement is taken out; the history keeps it. */
export function RemoveMeasurement(props: { measure: Measure; point: SeriesPoint; close: () => void }) {
  const { measure, point, close } = props;
  const { t, i18n } = useTranslation();
  const remove = useEdit(
    () =>
      act(
        'removeMeasurement',
        { project: measure.project, measure: measure.measure },
        { phase: point.phase, from: point.from, revision: point.revision },
      ),
    close,
  );
  return (
    <Dialog title={t('measuring.removeTitle')} close={close} busy={remove.isPending}>
      {(leave) => (
        <>
          <p>
            <b>{measure.name}</b>
            <br />
            {t(`phase.${point.phase}`)}: {valueText(t, measure, point)}, {periodText(t, point, i18n.language)}
          </p>
          <p className="quiet">{t('measuring.removeWhat')}</p>
          <EditorName />
          {remove.error ? <EditProblem error={remove.error} /> : null}
          <p className="ask-choices">
            <Button variant="default" onClick={leave} disabled={remove.isPending}>
              {t('measuring.keep')}
            </Button>
            <Button onClick={() => remove.mutate(undefined)} loading={remove.isPending}>
              {t('measuring.removeDo')}
            </Button>
          </p>
        </>
      )}
    </Dialog>
  );
}
