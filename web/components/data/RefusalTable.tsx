import { useTranslation } from 'react-i18next';
import type { Refusal } from '../../../server/contract/loads.ts';
import { refusalText } from '../../../server/contract/refusalTexts.ts';
import * as format from '../../format.ts';

interface Props {
  refusals: readonly Refusal[];
  /** How many were refused in all. */
  of: number;
}

/** Rows that are not kept: where, what stood there, and what was expected. */
export function RefusalTable({ refusals, of }: Props) {
  const { t } = useTranslation();
  const textOf = (refusal: Refusal) => {
    const { key, expected } = refusalText(refusal);
    return t(`refusal.${key as 'missing'}`, { expected, defaultValue: expected });
  };
  const recordOf = (refusal: Refusal) => {
    const { record } = refusalText(refusal);
    return record === null ? null : <small> {t('data.record', { n: format.count(record) })}</small>;
  };
  const more = of - refusals.length;
  return (
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
          {refusals.map((r, i) => (
            // A row may be refused for two columns, and the list never changes.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <tr key={i}>
              <td className="number" data-label={t('data.line')}>
                {format.count(r.line)}
                {recordOf(r)}
              </td>
              <td>{r.column ?? ''}</td>
              <td>
                <code>{r.value ?? ''}</code>
              </td>
              <td>{textOf(r)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? <p className="quiet">{t('data.more', { count: more, n: format.count(more) })}</p> : null}
    </>
  );
}
