import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAsk } from '../../api.ts';
import * as format from '../../format.ts';
import { Answered } from '../Answered.tsx';

/** Which loads a project's transactions came with; looked up when it is opened. */
export function WorkLoads({ project }: { project: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <details className="work-loads" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('robotWork.source')}</summary>
      {open ? <List project={project} /> : null}
    </details>
  );
}

function List({ project }: { project: string }) {
  const { t } = useTranslation();
  const query = useAsk('workLoads', { project }, {});
  return (
    <Answered query={query} lines={2}>
      {({ loads }) => (
        <ul>
          {loads.map(({ load, file, part, runs }) => (
            <li key={load}>
              <Link to="/data" search={{ load: String(load) }}>
                {t('robotWork.loadOf', { load })}
              </Link>{' '}
              {t('robotWork.ofLoad', {
                file: [file, part].filter((name) => name !== null).join(' · '),
                n: format.count(runs),
              })}
            </li>
          ))}
        </ul>
      )}
    </Answered>
  );
}
