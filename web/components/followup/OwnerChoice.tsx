import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Owner } from '../../../server/contract/followups.ts';
import { ownerKey } from '../../../server/domain/owners.ts';
import { useAsk } from '../../api.ts';
import { Answered } from '../Answered.tsx';
import { TextField } from '../edit/fields.tsx';
import { keepOwner } from './keptOwner.ts';

const MANY = 10;

/** Everyone who owns benefits, with what they have to act on: choose oneself, once. */
export function OwnerChoice() {
  const { t } = useTranslation();
  const owners = useAsk('owners', {}, {});
  return (
    <section className="owner-choice" aria-labelledby="who">
      <h2 id="who">{t('followup.mine.choose')}</h2>
      <p className="quiet">{t('followup.mine.chooseWhat')}</p>
      <Answered query={owners} lines={6}>
        {({ owners: all }) => <Owners all={all} />}
      </Answered>
    </section>
  );
}

function Owners({ all }: { all: readonly Owner[] }) {
  const { t } = useTranslation();
  const [search, setSearch] = useState('');
  const found = all.filter(({ owner }) => owner === null || ownerKey(owner).includes(ownerKey(search)));
  if (all.length === 0) return <p>{t('followup.mine.noOwners')}</p>;
  return (
    <>
      {all.length > MANY ? (
        <div className="owner-search">
          <TextField label={t('followup.mine.search')} value={search} onChange={setSearch} />
        </div>
      ) : null}
      <ul className="owners">
        {found.map((o) => (
          <li key={o.owner ?? ''}>
            <Link
              to="/mine-gevinster"
              search={{ owner: o.owner ?? '' }}
              onClick={() => keepOwner(o.owner ?? '')}
            >
              {o.owner ?? t('followup.noOwner')}
            </Link>
            <Counts owner={o} />
          </li>
        ))}
      </ul>
      {found.some((o) => o.owner !== null) ? null : (
        <p className="quiet" role="status">
          {t('followup.mine.noMatch')}
        </p>
      )}
    </>
  );
}

function Counts({ owner: o }: { owner: Owner }) {
  const { t } = useTranslation();
  return (
    <span>
      {t('followup.mine.benefits', { count: o.benefits })}
      {o.overdue > 0 ? <b data-overdue>{t('followup.mine.overdueCount', { count: o.overdue })}</b> : null}
      {o.due > 0 ? <b>{t('followup.mine.dueCount', { count: o.due })}</b> : null}
      {o.behind > 0 ? <b>{t('followup.mine.behindCount', { count: o.behind })}</b> : null}
    </span>
  );
}
