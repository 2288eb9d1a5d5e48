import { useTranslation } from 'react-i18next';
import type { TableOutcome, Upload } from '../../../server/contract/uploads.ts';
import * as format from '../../format.ts';
import { OutcomeNotes } from './OutcomeNotes.tsx';
import { useSources } from './useSources.ts';
import type { Uploading } from './useUpload.ts';

const COUNTS = ['kept', 'duplicate', 'refused', 'passed'] as const;

interface Props {
  upload: Upload;
  files: readonly TableOutcome[];
  uploading: Uploading;
}

/** Each table of the files: what it was recognised as, how many rows of it are kept, and what is in the way of others. */
export function Outcome({ upload, files, uploading }: Props) {
  const { t } = useTranslation();
  const words = upload.state === 'loaded' ? 'was' : 'will';
  return (
    <table className="outcome">
      <thead>
        <tr>
          <th scope="col">{t('data.file')}</th>
          {COUNTS.map((name) => (
            <th scope="col" key={name}>
              {t(`${words}.head.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {files.map((file, i) => (
          // Files of one name may be there, and the list never changes its order.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <FileRow key={i} number={i + 1} file={file} upload={upload} uploading={uploading} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  number: number;
  file: TableOutcome;
  upload: Upload;
  uploading: Uploading;
}

function FileRow({ number, file, upload, uploading }: RowProps) {
  const { t } = useTranslation();
  const words = upload.state === 'loaded' ? 'was' : 'will';
  const { nameOf } = useSources();
  const passed = Object.values(file.passed).reduce((total, rows) => total + rows, 0);
  const counts = { ...file, passed };
  const failed = file.status === 'failed';
  return (
    <>
      <tr className="outcome-file" data-failed={failed || undefined}>
        <th scope="row">
          <b>{file.part === null ? file.file : `${file.file} · ${file.part}`}</b>
          <small>{kindOf(file, nameOf) ?? t('upload.unrecognised')}</small>
        </th>
        {failed ? (
          <td colSpan={COUNTS.length} className="failed">
            {t('upload.unread')}
          </td>
        ) : (
          COUNTS.map((name) => (
            <td
              key={name}
              data-label={t(`${words}.head.${name}`)}
              data-none={counts[name] === 0 || undefined}
              data-count={name}
              className="number"
            >
              {format.count(counts[name])}
            </td>
          ))
        )}
      </tr>
      <OutcomeNotes
        columns={COUNTS.length + 1}
        number={number}
        file={file}
        upload={upload}
        uploading={uploading}
      />
    </>
  );
}

/** What the rows are, and what they were read as when that is a platform; null when it was not told. */
function kindOf({ table, source }: TableOutcome, nameOf: (code: string) => string): string | null {
  if (table === null) return source === null ? null : nameOf(source);
  return source === null || source === table ? nameOf(table) : `${nameOf(table)} · ${nameOf(source)}`;
}
