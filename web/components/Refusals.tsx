import { useTranslation } from 'react-i18next';
import { useAsk } from '../api.ts';
import * as format from '../format.ts';
import { Answered } from './Answered.tsx';

const SHOWN = 200;

/** The rows that a load refused: where, what stood there, and what was expected. */
export function Refusals({ load }: { load: number }) {
  const { t } = useTranslation();
  const query = useAsk('load', { load: String(load) }, {});
  return (
    <Answered query={query} lines={3}>
      {(detail) => (
        <>
          <table className="refusals">
            <thead>
              <tr>
                <th scope="col">{t('data.line')}</th>
                <th scope="col">{t('data.column')}</th>
                <th scope="col">{t('data.value')}</th>
                <th scope="col">{t('data.expected')}</th>
              </tr>
            </thead>
            <tbody>
              {detail.refusals.slice(0, SHOWN).map((r, i) => (
                // A row may be refused for two columns, and the list never changes.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <tr key={i}>
                  <td className="number">{format.count(r.line)}</td>
                  <td>{r.column ?? ''}</td>
                  <td>
                    <code>{r.value ?? ''}</code>
                  </td>
                  <td>
                    {t(`refusal.${r.code as 'missing'}`, { expected: r.expected, defaultValue: r.expected })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {detail.refused > SHOWN ? (
            <p className="quiet">
              {t('data.more', { count: detail.refused - SHOWN, n: format.count(detail.refused - SHOWN) })}
            </p>
          ) : null}
        </>
      )}
    </Answered>
  );
}
