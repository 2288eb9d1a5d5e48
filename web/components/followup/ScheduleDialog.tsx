import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowupList } from '../../../server/contract/followups.ts';
import {
  isDay,
  monthsAfter,
  reportDue,
  SCHEDULE_MONTHS,
  scheduleDue,
  USUAL_MONTHS,
} from '../../../server/domain/schedule.ts';
import { act } from '../../act.ts';
import * as format from '../../format.ts';
import { Dialog } from '../edit/Dialog.tsx';
import { EditorName } from '../edit/EditorName.tsx';
import { ChoiceField, DayField } from '../edit/fields.tsx';
import { SaveBar } from '../edit/SaveBar.tsx';
import { useEdit } from '../edit/useEdit.ts';
import { focusFirstWrong } from './focusFirstWrong.ts';

const ALL = '';

interface Props {
  list: FollowupList;
  /** The benefit that is chosen from the start; all without. */
  benefit?: string;
  close: () => void;
}

/** Plans follow-ups so many months after go-live, for all benefits of a project or one. */
export function ScheduleDialog({ list, benefit = ALL, close }: Props) {
  const { t, i18n } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const open = list.benefits.filter((b) => b.closed === null);
  const [live, setLive] = useState(list.live ?? '');
  const [saveLive, setSaveLive] = useState(true);
  const [chosen, setChosen] = useState(benefit);
  const [ticked, setTicked] = useState<ReadonlyMap<number, boolean>>(new Map());
  const [problem, setProblem] = useState<'live' | 'months' | 'nothing' | null>(null);
  const day = isDay(live) ? live : null;
  const hasPassed = (months: number) => day !== null && monthsAfter(day, months) < list.today;
  const wanted = (months: number) =>
    ticked.get(months) ?? (USUAL_MONTHS.includes(months) && !hasPassed(months));
  const months = SCHEDULE_MONTHS.filter(wanted);
  const benefits = open.filter((b) => chosen === ALL || b.benefit === chosen);
  const will = benefits.reduce(
    (sum, b) =>
      sum +
      (day === null
        ? 0
        : scheduleDue(
            day,
            months,
            b.followups.map((f) => f.due),
          ).length),
    0,
  );
  const saving = useEdit(
    (body: Parameters<typeof act<'scheduleFollowups'>>[2]) =>
      act('scheduleFollowups', { project: list.project }, body),
    close,
  );
  const save = () => {
    const found = day === null ? 'live' : months.length === 0 ? 'months' : will === 0 ? 'nothing' : null;
    setProblem(found);
    if (found !== null || day === null) return focusFirstWrong(form);
    saving.mutate({
      benefits: benefits.map((b) => b.benefit),
      live: day,
      months,
      saveLive: list.live === null && saveLive,
    });
  };
  return (
    <Dialog title={t('followup.schedule.title')} close={close} busy={saving.isPending}>
      {(leave) => (
        <form
          ref={form}
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          {list.live === null ? (
            <>
              <DayField
                label={t('followup.schedule.live')}
                hint={t('followup.schedule.liveHint')}
                required
                value={live}
                onChange={setLive}
                error={problem === 'live' && day === null ? t('followup.problem.no-day') : undefined}
              />
              <label className="followup-tick">
                <input
                  type="checkbox"
                  checked={saveLive}
                  onChange={({ currentTarget: { checked } }) => setSaveLive(checked)}
                />
                <span>
                  {t('followup.schedule.saveLive')}
                  <small>
                    {t('followup.schedule.saveLiveWhat')}
                    {day === null
                      ? null
                      : ` ${t('followup.schedule.saveLiveReport', { day: format.day(reportDue(day), i18n.language) })}`}
                  </small>
                </span>
              </label>
            </>
          ) : (
            <p className="quiet">
              {t('followup.schedule.from', { day: format.day(list.live, i18n.language) })}
            </p>
          )}
          <ChoiceField
            label={t('followup.schedule.who')}
            value={chosen}
            onChange={setChosen}
            options={[
              { value: ALL, label: t('followup.schedule.all', { count: open.length }) },
              ...open.map((b) => ({ value: b.benefit, label: b.name })),
            ]}
          />
          <fieldset className="schedule-months">
            <legend>{t('followup.schedule.when')}</legend>
            {SCHEDULE_MONTHS.map((n) => (
              <label key={n} className="followup-tick">
                <input
                  type="checkbox"
                  checked={wanted(n)}
                  aria-invalid={problem === 'months' && months.length === 0}
                  onChange={({ currentTarget: { checked } }) => setTicked(new Map(ticked).set(n, checked))}
                />
                <span>
                  {t('followup.schedule.months', { count: n })}
                  {day === null ? null : (
                    <small>
                      {format.day(monthsAfter(day, n), i18n.language)}
                      {hasPassed(n) ? `, ${t('followup.schedule.passed')}` : null}
                    </small>
                  )}
                </span>
              </label>
            ))}
          </fieldset>
          <p aria-live="polite" className="schedule-will">
            {day === null ? null : <strong>{t('followup.schedule.will', { count: will })} </strong>}
            <span className="quiet">
              {t(
                SCHEDULE_MONTHS.every(hasPassed) ? 'followup.schedule.allPassed' : 'followup.schedule.there',
              )}
            </span>
          </p>
          {problem === 'months' && months.length === 0 ? (
            <p className="caution">{t('followup.problem.no-months')}</p>
          ) : null}
          {problem === 'nothing' && will === 0 ? (
            <p className="caution">{t('followup.problem.nothing-new')}</p>
          ) : null}
          <EditorName />
          <SaveBar
            label={t('followup.schedule.save')}
            saving={saving.isPending}
            error={saving.error}
            cancel={leave}
          />
        </form>
      )}
    </Dialog>
  );
}
