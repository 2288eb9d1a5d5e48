import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Load, LoadList } from '../../../server/contract/loads.ts';
import * as format from '../../format.ts';
import { LoadDetail } from './LoadDetail.tsx';
import { useSources } from './useSources.ts';

/** Every load; the one that the address names is open. */
export function Loads({ list }: { list: LoadList }) {
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
  const { nameOf } = useSources();
  return (
    <>
      <tr className="load" data-state={stateOf(load)}>
        <th scope="row">
          <button type="button" aria-expanded={open} onClick={toggle}>
            {load.part === null ? load.file : `${load.file} · ${load.part}`}
          </button>
          <small>{load.source === 'unknown' ? t('upload.unrecognised') : kindOf(load, nameOf)}</small>
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
        <td data-label={t('data.refused')} className="number" data-some={load.refused > 0 || undefined}>
          {load.status === 'failed' ? <em>{t('data.failed')}</em> : format.count(load.refused)}
          {load.undone === null ? null : <em>{t('data.undone')}</em>}
        </td>
      </tr>
      {open ? (
        <tr className="load-detail">
          <td colSpan={6}>
            <LoadDetail load={load} />
          </td>
        </tr>
      ) : null}
    </>
  );
}

function stateOf({ status, undone }: Load): string {
  return undone === null ? status : 'undone';
}

/** What its rows are, and the platform they come from when that is another thing. */
function kindOf({ table, source }: Load, nameOf: (code: string) => string): string {
  return table === null || table === source ? nameOf(source) : `${nameOf(table)} · ${nameOf(source)}`;
}
