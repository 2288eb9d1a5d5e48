import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LoadOutcome, TableOutcome, Upload } from '../../../server/contract/uploads.ts';
import * as format from '../../format.ts';
import { ChooseFiles } from './ChooseFiles.tsx';
import { Outcome } from './Outcome.tsx';
import { QueueChoice } from './QueueChoice.tsx';
import { SeeFigures } from './SeeFigures.tsx';
import type { Uploading } from './useUpload.ts';

interface Props {
  upload: Upload;
  outcome: LoadOutcome;
  uploading: Uploading;
  take: (files: File[]) => void;
}

/** What would be kept and refused, and the choice to load it; afterwards, what was. */
export function Reviewed({ upload, outcome, uploading, take }: Props) {
  const { t } = useTranslation();
  const { files } = outcome;
  const done = upload.state === 'loaded';
  const kept = sum(files, 'kept');
  return (
    <div className="reviewed" aria-busy={uploading.busy}>
      <Lead files={files} done={done} />
      <Outcome upload={upload} files={files} uploading={uploading} />
      {done ? null : <QueueChoice upload={upload} files={files} uploading={uploading} />}
      <p className="upload-choices">
        {done ? (
          <>
            <SeeFigures files={files} />
            <Button variant="subtle" onClick={uploading.drop}>
              {t('upload.again')}
            </Button>
          </>
        ) : (
          <>
            <Button onClick={uploading.load} disabled={kept === 0 || uploading.busy}>
              {kept === 0 ? t('upload.nothing') : t('upload.load', { count: kept, n: format.count(kept) })}
            </Button>
            {uploading.busy ? null : (
              <>
                <ChooseFiles label={t('upload.more')} variant="subtle" take={take} />
                <Button variant="subtle" onClick={uploading.drop}>
                  {t('upload.discard')}
                </Button>
              </>
            )}
          </>
        )}
      </p>
    </div>
  );
}

/** The whole in a sentence or two. */
function Lead({ files, done }: { files: readonly TableOutcome[]; done: boolean }) {
  const { t } = useTranslation();
  const counted = (['duplicate', 'refused'] as const).flatMap((name) => {
    const rows = sum(files, name);
    return rows === 0 ? [] : [t(`${done ? 'was' : 'will'}.${name}`, { count: rows, n: format.count(rows) })];
  });
  const failed = files.filter(({ status }) => status === 'failed').length;
  if (failed > 0) counted.push(t(`${done ? 'was' : 'will'}.failed`, { count: failed }));
  const kept = sum(files, 'kept');
  return (
    <p className="upload-lead">
      <strong>{t(`${done ? 'was' : 'will'}.kept`, { count: kept, n: format.count(kept) })}</strong>{' '}
      {counted.join(' ')}
    </p>
  );
}

function sum(files: readonly TableOutcome[], count: 'kept' | 'duplicate' | 'refused'): number {
  return files.reduce((total, file) => total + file[count], 0);
}
