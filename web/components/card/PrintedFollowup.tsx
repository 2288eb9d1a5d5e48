import { useTranslation } from 'react-i18next';
import type { Followup } from '../../../server/contract/followups.ts';
import { useAsk } from '../../api.ts';
import * as format from '../../format.ts';
import { State } from '../followup/State.tsx';
import { Compared } from '../measuring/Compared.tsx';
import { TargetAndTrend } from '../measuring/TargetAndTrend.tsx';
import { unitPer } from '../unitPer.ts';
import '../../style/followup.css';
import '../../style/measuring.css';

/** As many as an A4 sheet has room for. */
const LATEST = 3;

/** On paper, below the card: how far it has come, whether it can be told that it is better, and what the follow-ups said. */
export function PrintedFollowup({ project, benefit }: { project: string; benefit: string }) {
  const { t, i18n } = useTranslation();
  const followed = useAsk('followups', { project }, {});
  const measured = useAsk('measures', { project }, {});
  const own = followed.data?.benefits.find((b) => b.benefit === benefit);
  const measure = measured.data?.measures.find((m) =>
    m.benefits.some((b) => b.benefit === benefit && b.judged),
  );
  if (!own) return null;
  const day = (value: string) => format.day(value, i18n.language);
  const done = own.followups
    .filter((f) => f.done !== null)
    .sort((a, b) => (doneDay(a) < doneDay(b) ? 1 : -1));
  return (
    <div className="card-printed print-only">
      <section>
        <h2>{t('measuring.panel')}</h2>
        {measure ? (
          <>
            <p className="quiet">{measure.name}</p>
            <Compared measure={measure} />
            <TargetAndTrend measure={measure} today={measured.data?.today ?? ''} />
          </>
        ) : (
          <p>{t('measuring.noMeasure')}</p>
        )}
      </section>
      <section>
        <h2>{t('edit.tab.followup')}</h2>
        <State benefit={own} />
        {done.length === 0 ? <p>{t('card.sheet.noFollowups')}</p> : null}
        <ul>
          {done.slice(0, LATEST).map((f) => (
            <li key={f.due}>
              {[
                day(doneDay(f)),
                f.status && t(`followup.status.${f.status}`),
                f.value === null ? null : format.measured(f.value, unitPer(own, t)),
                f.note,
              ]
                .filter(Boolean)
                .join(' · ')}
            </li>
          ))}
        </ul>
        <p>
          {own.closed !== null
            ? t('followup.closedNext')
            : own.next === null
              ? t('followup.noNext')
              : t(own.urgency === 'overdue' ? 'followup.overdue' : 'followup.next', { day: day(own.next) })}
        </p>
      </section>
    </div>
  );
}

const doneDay = ({ done, due }: Followup) => done ?? due;
