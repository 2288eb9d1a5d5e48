import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FollowedBenefit, Followup } from '../../../server/contract/followups.ts';
import { dueness } from '../../../server/domain/followupState.ts';
import * as format from '../../format.ts';
import { unitPer } from '../unitPer.ts';
import type { OpenDialog } from './FollowupDialogs.tsx';

interface Props {
  benefit: FollowedBenefit;
  today: string;
  /** Says how it went, or corrects what was said. */
  follow: (followup: Followup) => void;
  open: (dialog: OpenDialog) => void;
}

/** A benefit's follow-ups, done and to come, soonest first. */
export function FollowupTable({ benefit, today, follow, open }: Props) {
  const { t } = useTranslation();
  const columns = ['due', 'done', 'status', 'value', 'note'] as const;
  return (
    <table className="followups">
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {t(`followup.columns.${name}`)}
            </th>
          ))}
          <th scope="col">
            <span className="unseen">{t('followup.columns.actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {benefit.followups.map((followup) => (
          <Row key={followup.due} {...{ benefit, followup, today, follow, open }} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ benefit: b, followup: f, today, follow, open }: Props & { followup: Followup }) {
  const { t, i18n } = useTranslation();
  const day = (value: string) => format.day(value, i18n.language);
  const closed = b.closed !== null;
  const late = !closed && f.done === null && dueness(f.due, today) === 'overdue';
  return (
    <tr>
      <th scope="row" data-overdue={late || undefined}>
        {day(f.due)}
      </th>
      <td data-label={t('followup.columns.done')}>
        {f.done === null ? (
          <span className="unknown">{t(closed ? 'followup.dropped' : 'followup.notDone')}</span>
        ) : (
          day(f.done)
        )}
      </td>
      <td data-label={t('followup.columns.status')}>
        {f.status === null ? null : <strong data-state={f.status}>{t(`followup.status.${f.status}`)}</strong>}
      </td>
      <td data-label={t('followup.columns.value')}>
        {f.value !== null ? (
          format.measured(f.value, unitPer(b, t))
        ) : f.done === null ? null : (
          <span className="unknown">{t('followup.noValue')}</span>
        )}
      </td>
      <td className="followup-note">{f.note}</td>
      <td className="followup-actions">
        {closed ? null : f.done === null ? (
          <>
            <Act label={t('followup.followUp')} of={day(f.due)} act={() => follow(f)} />
            <Act label={t('followup.move')} of={day(f.due)} act={() => open({ what: 'move', followup: f })} />
            <Act label={t('edit.remove')} of={day(f.due)} act={() => open({ what: 'remove', followup: f })} />
          </>
        ) : (
          <Act label={t('followup.correct')} of={day(f.due)} act={() => follow(f)} />
        )}
      </td>
    </tr>
  );
}

function Act({ label, of, act }: { label: string; of: string; act: () => void }) {
  return (
    <Button variant="subtle" size="compact-sm" aria-label={`${label} (${of})`} onClick={act}>
      {label}
    </Button>
  );
}
