import { useTranslation } from 'react-i18next';
import type { FollowedBenefit, Followup } from '../../../server/contract/followups.ts';
import { act } from '../../act.ts';
import * as format from '../../format.ts';
import { ConfirmDialog } from './ConfirmDialog.tsx';
import { DueDialog } from './DueDialog.tsx';

/** Which dialog is open over a benefit's follow-ups. */
export type OpenDialog = { what: 'add' | 'close' } | { what: 'move' | 'remove'; followup: Followup };

interface Props {
  benefit: FollowedBenefit;
  today: string;
  open: OpenDialog;
  close: () => void;
}

/** The dialogs of a benefit's follow-ups: add, move, remove, and end. */
export function FollowupDialogs({ benefit, today, open, close }: Props) {
  const { t, i18n } = useTranslation();
  const { project, benefit: code, revision, name } = benefit;
  switch (open.what) {
    case 'add':
      return <DueDialog benefit={benefit} followup={null} today={today} close={close} />;
    case 'move':
      return <DueDialog benefit={benefit} followup={open.followup} today={today} close={close} />;
    case 'remove': {
      const { due } = open.followup;
      return (
        <ConfirmDialog
          title={t('followup.due.removeTitle', { day: format.day(due, i18n.language) })}
          confirm={t('followup.due.remove')}
          keep={t('followup.due.keep')}
          act={() => act('removeFollowup', { project, benefit: code, due }, { revision })}
          close={close}
        >
          <p>{t('followup.due.removeWhat', { name })}</p>
        </ConfirmDialog>
      );
    }
    case 'close': {
      const left = benefit.followups.filter((f) => f.done === null).length;
      const outcome = t(`followup.status.${benefit.outcome ?? 'realised'}`).toLowerCase();
      return (
        <ConfirmDialog
          title={t('followup.close.title', { name })}
          confirm={t('followup.close.confirm')}
          keep={t('edit.cancel')}
          act={() => act('closeBenefit', { project, benefit: code }, { revision })}
          close={close}
        >
          <p>{t('followup.close.what', { outcome })}</p>
          {left > 0 ? <p>{t('followup.close.open', { count: left })}</p> : null}
        </ConfirmDialog>
      );
    }
  }
}
