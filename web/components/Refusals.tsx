import { useTranslation } from 'react-i18next';
import { useAsk } from '../api.ts';
import { Answered } from './Answered.tsx';
import { RefusalTable } from './data/RefusalTable.tsx';

const SHOWN = 200;

/** The rows that a load refused, and a file of them all. */
export function Refusals({ load }: { load: number }) {
  const { t } = useTranslation();
  const query = useAsk('load', { load: String(load) }, {});
  return (
    <Answered query={query} lines={3}>
      {(detail) => (
        <>
          <RefusalTable refusals={detail.refusals.slice(0, SHOWN)} of={detail.refused} />
          <p>
            <a href={`/api/loads/${load}/refusals.csv`} download>
              {t('data.download')}
            </a>
          </p>
        </>
      )}
    </Answered>
  );
}
