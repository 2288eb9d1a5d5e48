import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Load, LoadList } from '../../server/contract/loads.ts';
import { useAsk } from '../api.ts';
import { Answered } from '../components/Answered.tsx';
import { Refusals } from '../components/Refusals.tsx';
import { useTitle } from '../components/useTitle.ts';
import * as format from '../format.ts';

/** Every load: what came in, what was kept, what was refused and why. */
export function DataPage() {
  const { t } = useTranslation();
  useTitle(t('data.title'));
  const query = useAsk('loads', {}, {});
  return (
    <>
      <section className="hero">
        <p className="eyebrow">{t('data.title')}</p>
        <h1>{t('data.headline')}</h1>
      </section>
      <Answered query={query} lines={8}>
        {(list) =>
          list.loads.length === 0 ? (
            <section className="message">
              <p>{t('data.empty')}</p>
              <pre>gevinst load ./min-mappe</pre>
            </section>
          ) : (
            <>
              <FreshnessList list={list} />
              <Loads list={list} />
            </>
          )
        }
      </Answered>
    </>
  );
}

function FreshnessList({ list }: { list: LoadList }) {
  const { t, i18n } = useTranslation();
  const kinds = list.freshness
    .map((f) => ({ ...f, name: t(`table.${f.source as 'runs'}`, { defaultValue: f.source }) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'da'));
  return (
    <section className="freshness" aria-labelledby="freshness">
      <h2 id="freshness">{t('data.freshness')}</h2>
      <dl>
        {kinds.map(({ name, ...f }) => (
          <div key={f.source}>
            <dt>{name}</dt>
            <dd>
              {format.instant(f.lastLoaded, i18n.language)}
              <small>{t('data.rowsKept', { rows: format.count(f.rows) })}</small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Loads({ list }: { list: LoadList }) {
  const { t } = useTranslation();
  const { load: open } = useSearch({ from: '/data' });
  const navigate = useNavigate({ from: '/data' });
  const toggle = (load: number) =>
    navigate({ search: { load: open === String(load) ? undefined : String(load) }, resetScroll: false });
  return (
    <section className="loads" aria-labelledby="loads">
      <h2 id="loads">{t('data.loads')}</h2>
      <table>
        <thead>
          <tr className="loads-head">
            {(['file', 'when', 'read', 'kept', 'duplicate', 'refused'] as const).map((name) => (
              <th scope="col" key={name}>
                {t(`data.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.loads.map((load) => (
            <LoadRow
              key={load.load}
              load={load}
              open={open === String(load.load)}
              toggle={() => toggle(load.load)}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LoadRow({ load, open, toggle }: { load: Load; open: boolean; toggle: () => void }) {
  const { t, i18n } = useTranslation();
  const explained = load.refused > 0 || load.error !== null;
  return (
    <>
      <tr className="load" data-failed={load.status === 'failed' || undefined}>
        <th scope="row">
          <b>{load.file}</b>
          <small>{t(`table.${load.source as 'runs'}`, { defaultValue: load.source })}</small>
        </th>
        <td>
          {format.instant(load.started, i18n.language)}
          <small>{t('data.by', { who: load.by, load: load.load })}</small>
        </td>
        {(['read', 'kept', 'duplicate'] as const).map((name) => (
          <td key={name} data-label={t(`data.${name}`)} className="number">
            {format.count(load[name])}
          </td>
        ))}
        <td data-label={t('data.refused')} className="number">
          {explained ? (
            <button type="button" aria-expanded={open} onClick={toggle}>
              {load.status === 'failed' ? t('data.failed') : format.count(load.refused)}
            </button>
          ) : (
            format.count(load.refused)
          )}
        </td>
      </tr>
      {open ? (
        <tr className="load-detail">
          <td colSpan={6}>
            {load.error ? <p className="caution">{load.error}</p> : null}
            {load.refused > 0 ? <Refusals load={load.load} /> : null}
          </td>
        </tr>
      ) : null}
    </>
  );
}
