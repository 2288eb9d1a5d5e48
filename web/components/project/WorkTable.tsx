import { useTranslation } from 'react-i18next';
import type { ProjectWork } from '../../../server/contract/robotWork.ts';
import * as format from '../../format.ts';

interface Row {
  key: string;
  name: string;
  work: ProjectWork['work'];
}

/** Work by month or by robot: transactions, how many succeeded, and the time that the robots ran. */
export function WorkTable({ of, rows }: { of: string; rows: readonly Row[] }) {
  const { t } = useTranslation();
  const timed = rows.some(({ work }) => work.hours !== null);
  return (
    <div className="table-scroll">
      <table className="work-table">
        <thead>
          <tr>
            <th scope="col">{of}</th>
            <th scope="col">{t('robotWork.runs')}</th>
            <th scope="col">{t('robotWork.succeeded')}</th>
            <th scope="col">{t('robotWork.share')}</th>
            {timed ? <th scope="col">{t('robotWork.hours')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, work }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{format.count(work.runs)}</td>
              <td>{format.count(work.succeeded)}</td>
              <td>{work.share === null ? format.UNKNOWN_MARK : format.share(work.share)}</td>
              {timed ? <td>{work.hours === null ? format.UNKNOWN_MARK : format.hours(work.hours)}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
