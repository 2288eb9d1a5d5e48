import { useTranslation } from 'react-i18next';
import type { LoadList } from '../../../server/contract/loads.ts';
import * as format from '../../format.ts';
import { useSources } from './useSources.ts';

/** When each kind of data was last loaded. */
export function Freshness({ list }: { list: LoadList }) {
  const { t, i18n } = useTranslation();
  const { nameOf } = useSources();
  const kinds = list.freshness
    .map((f) => ({ ...f, name: nameOf(f.source) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'da'));
  if (kinds.length === 0) return null;
  return (
    <section className="freshness" aria-labelledby="freshness">
      <h2 id="freshness">{t('data.freshness')}</h2>
      <dl>
        {kinds.map(({ name, ...f }) => (
          <div key={f.source}>
            <dt>{name}</dt>
            <dd>
              {format.instant(f.lastLoaded, i18n.language)}
              <small>{t('data.rowsKept', { count: f.rows, rows: format.count(f.rows) })}</small>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
