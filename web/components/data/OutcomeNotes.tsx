import { useTranslation } from 'react-i18next';
import type { TableOutcome, Upload } from '../../../server/contract/uploads.ts';
import * as format from '../../format.ts';
import { BriefNote } from './BriefNote.tsx';
import { FileChoice } from './FileChoice.tsx';
import { FileZone } from './FileZone.tsx';
import { OwnColumns } from './OwnColumns.tsx';
import { RefusalTable } from './RefusalTable.tsx';
import { ToldNotes } from './ToldNotes.tsx';
import { unreadableText } from './unreadableText.ts';
import type { Uploading } from './useUpload.ts';

interface Props {
  /** Of the table that they stand in. */
  columns: number;
  /** Which of the upload's tables it is, from 1. */
  number: number;
  file: TableOutcome;
  upload: Upload;
  uploading: Uploading;
}

/** What is to be known of one table of a file, and what can be said of it by hand. */
export function OutcomeNotes({ columns, number, file, upload, uploading }: Props) {
  const { t, i18n } = useTranslation();
  const listed = (names: readonly string[]) =>
    new Intl.ListFormat(i18n.language).format(names.map((name) => `“${name}”`));
  const passed = Object.entries(file.passed);
  const said = upload.options.files?.[file.file];
  const choosable = upload.state !== 'loaded' && (file.status === 'failed' || isSaid(said));
  const isOwn =
    said?.mapping !== undefined || (file.status === 'failed' && file.errorCode !== 'unknown-queue');
  const allKnown = file.duplicate > 0 && file.kept + file.refused === 0;
  const any =
    choosable ||
    file.error ||
    file.refused > 0 ||
    passed.length > 0 ||
    file.masked > 0 ||
    file.localTimes !== null ||
    file.ignored.length > 0 ||
    file.otherParts.length > 0 ||
    file.brief ||
    file.told.length > 0;
  if (!any) return null;
  return (
    <tr className="outcome-notes">
      <td colSpan={columns}>
        {file.error ? <FileError file={file} /> : null}
        {file.brief ? <BriefNote brief={file.brief} /> : null}
        <FileZone file={file} upload={upload} uploading={uploading} />
        {passed.length > 0 ? (
          <p className="quiet">
            {t('upload.passed')}{' '}
            {passed
              .map(
                ([why, rows]) =>
                  `${format.count(rows)} ${t(`passed.${why as 'retried'}`, { defaultValue: why })}`,
              )
              .join(', ')}
            .
          </p>
        ) : null}
        {file.masked > 0 ? (
          <p className="quiet">{t('data.masked', { count: file.masked, n: format.count(file.masked) })}</p>
        ) : null}
        {file.ignored.length > 0 ? (
          <p className="caution">
            {t('upload.ignored', { count: file.ignored.length, names: listed(file.ignored) })}
          </p>
        ) : null}
        {file.otherParts.length > 0 ? (
          <p className="quiet">
            {t('upload.otherParts', { count: file.otherParts.length, names: listed(file.otherParts) })}
          </p>
        ) : null}
        {allKnown ? <p className="quiet">{t('upload.allKnown')}</p> : null}
        {allKnown ? null : <ToldNotes told={file.told} />}
        {file.refused > 0 ? (
          <details>
            <summary>{t('upload.refusals', { count: file.refused, n: format.count(file.refused) })}</summary>
            <div className="table-scroll">
              <RefusalTable refusals={file.refusals} of={file.refused} />
            </div>
            <p>
              <a href={`/api/uploads/${upload.upload}/refused/${number}`} download>
                {t('intake.refusedRows')}
              </a>{' '}
              {t('intake.refusedWhat')}
            </p>
          </details>
        ) : null}
        {choosable && !said?.mapping ? (
          <FileChoice file={file} upload={upload} uploading={uploading} />
        ) : null}
        {choosable && isOwn ? <OwnColumns file={file} upload={upload} uploading={uploading} /> : null}
      </td>
    </tr>
  );
}

/** Whether it was said what the file is; its time zone alone does not. */
function isSaid(said: NonNullable<Upload['options']['files']>[string] | undefined): boolean {
  return said?.source !== undefined || said?.queue !== undefined || said?.mapping !== undefined;
}

/** Why nothing of a file can be read, in the reader's language where the kind of error is known. */
function FileError({ file }: { file: TableOutcome }) {
  const { t, i18n } = useTranslation();
  const details = file.errorDetails ?? {};
  const { lacking, lackingDanish, count, has } = details;
  if (file.errorCode === 'missing-column' && lacking) {
    const named = i18n.language === 'en' ? lacking : (lackingDanish ?? lacking);
    return <p className="caution">{t('told.lacks', { count: Number(count), lacking: named, has })}</p>;
  }
  const reason = unreadableText(t, details);
  const code = file.errorCode ?? (file.source === null ? 'unknown-table' : '');
  const told = code === '' ? '' : t(`fileProblem.${code as 'unknown-table'}`, { defaultValue: '' });
  // These two say all that there is to say.
  const whole = code === 'unknown-table' || code === 'unknown-queue';
  return (
    <p className="caution">
      {told} {whole ? null : reason || <span lang="en">{file.error}</span>}
    </p>
  );
}
