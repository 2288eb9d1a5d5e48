import { Button } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FollowedBenefit, MyBenefits } from '../../server/contract/followups.ts';
import { useAsk } from '../api.ts';
import { Answered } from '../components/Answered.tsx';
import { FirstFew } from '../components/FirstFew.tsx';
import { CalendarLink } from '../components/followup/CalendarLink.tsx';
import { Followed } from '../components/followup/Followed.tsx';
import { keepOwner, useKeptOwner } from '../components/followup/keptOwner.ts';
import { OwnerChoice } from '../components/followup/OwnerChoice.tsx';
import { useSaved } from '../components/followup/useSaved.tsx';
import { useTitle } from '../components/useTitle.ts';
import * as format from '../format.ts';
import '../style/followup.css';

const GROUPS = ['overdue', 'due', 'behind', 'none'] as const;

/** What an owner has to follow up on, most urgent first. */
export function MyBenefitsPage() {
  const { t } = useTranslation();
  const { owner: asked } = useSearch({ from: '/mine-gevinster' });
  const kept = useKeptOwner();
  const owner = asked ?? kept;
  const title =
    owner === null
      ? t('followup.mine.title')
      : owner === ''
        ? t('followup.mine.ofNone')
        : t('followup.mine.of', { owner });
  useTitle(title);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(owner);
  useEffect(() => {
    // What was pressed to choose another is gone with the choice.
    if (shown.current !== owner) heading.current?.focus({ preventScroll: true });
    shown.current = owner;
  }, [owner]);
  // An address with a name in it, such as a mail has, is a choice too, unless there was one.
  useEffect(() => {
    if (asked && kept === null) keepOwner(asked);
  }, [asked, kept]);
  return (
    <>
      <header className="page-head">
        <div>
          {owner === null ? null : <p className="eyebrow">{t('followup.mine.title')}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
        </div>
        {owner === null ? null : <ChangeOwner />}
      </header>
      {owner === null ? <OwnerChoice /> : <Mine owner={owner} />}
    </>
  );
}

function ChangeOwner() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <div className="page-actions">
      <Button
        variant="default"
        onClick={async () => {
          // The address first: the name in it would be kept again.
          await navigate({ to: '/mine-gevinster', search: {} });
          keepOwner(null);
        }}
      >
        {t('followup.mine.change')}
      </Button>
    </div>
  );
}

function Mine({ owner }: { owner: string }) {
  const { t } = useTranslation();
  const { notice, saved } = useSaved();
  const mine = useAsk('myBenefits', {}, owner === '' ? {} : { owner });
  return (
    <Answered query={mine} lines={10}>
      {(answer) =>
        answer.benefits.length === 0 ? (
          <>
            <p className="lead">{t('followup.mine.nobody', { owner })}</p>
            <OwnerChoice />
          </>
        ) : (
          <>
            {owner === '' ? <p className="lead">{t('followup.mine.ofNoneWhat')}</p> : null}
            {notice}
            {GROUPS.map((urgency) => (
              <Group key={urgency} urgency={urgency} mine={answer} saved={saved} />
            ))}
            <Reports mine={answer} />
            <CalendarLink owner={owner === '' ? undefined : owner} />
          </>
        )
      }
    </Answered>
  );
}

interface GroupProps {
  urgency: FollowedBenefit['urgency'];
  mine: MyBenefits;
  saved: (name: string) => void;
}

function Group({ urgency, mine, saved }: GroupProps) {
  const { t } = useTranslation();
  const own = mine.benefits.filter((b) => b.urgency === urgency);
  if (own.length === 0) return null;
  const alone = urgency === 'none' && own.length === mine.benefits.length;
  return (
    <section className="followed-group" aria-labelledby={`mine-${urgency}`}>
      <h2 id={`mine-${urgency}`}>
        {t(alone ? 'followup.mine.allNone' : `followup.mine.${urgency}`)} <small>{own.length}</small>
      </h2>
      <FirstFew items={own}>
        {(b) => (
          <li key={`${b.project} ${b.benefit}`}>
            <Followed benefit={b} today={mine.today} about={b.projectName} saved={() => saved(b.name)} />
          </li>
        )}
      </FirstFew>
    </section>
  );
}

function Reports({ mine }: { mine: MyBenefits }) {
  const { t, i18n } = useTranslation();
  if (mine.reports.length === 0) return null;
  return (
    <section className="followed-group mine-reports" aria-labelledby="mine-reports">
      <h2 id="mine-reports">{t('followup.mine.reports')}</h2>
      <p className="quiet">{t('followup.mine.reportsWhat')}</p>
      <FirstFew items={mine.reports}>
        {(r) => (
          <li key={r.project}>
            <Link to="/projekt/$project/rapport" params={{ project: r.project }}>
              {t('followup.mine.report', { name: r.name, day: format.day(r.due, i18n.language) })}
            </Link>
          </li>
        )}
      </FirstFew>
    </section>
  );
}
