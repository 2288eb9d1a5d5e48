import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableOutcome, Upload } from '../../../server/contract/uploads.ts';
import * as format from '../../format.ts';
import type { Uploading } from './useUpload.ts';

const SHOWN = 20;

interface Props {
  upload: Upload;
  files: readonly TableOutcome[];
  uploading: Uploading;
}

/** Queues that no robot has, and the choice to make robots for them. */
export function QueueChoice({ upload, files, uploading }: Props) {
  const { t } = useTranslation();
  // Ticked at once: the server says the same a moment later.
  const [create, setCreate] = useState(upload.options.createRobots ?? false);
  const queues = unknownQueues(files);
  if (queues.length === 0 && !create) return null;
  return (
    <fieldset className="queues">
      <legend>
        {create
          ? t('queues.making')
          : t('queues.title', { count: queues.length, n: format.count(queues.length) })}
      </legend>
      {queues.length > 0 ? (
        <ul>
          {queues.slice(0, SHOWN).map(({ queue, rows }) => (
            <li key={queue}>
              {queue} <small>{t('queues.rows', { count: rows, n: format.count(rows) })}</small>
            </li>
          ))}
          {queues.length > SHOWN ? (
            <li className="quiet">{t('queues.more', { n: format.count(queues.length - SHOWN) })}</li>
          ) : null}
        </ul>
      ) : null}
      <label>
        <input
          type="checkbox"
          checked={create}
          onChange={({ currentTarget: { checked } }) => {
            if (uploading.busy) return;
            setCreate(checked);
            void uploading.preview({ ...upload.options, createRobots: checked });
          }}
        />
        <span>
          {t('queues.create')}
          <small>{t('queues.createWhat')}</small>
        </span>
      </label>
    </fieldset>
  );
}

/** Those of all files together, the largest first. */
function unknownQueues(files: readonly TableOutcome[]): { queue: string; rows: number }[] {
  const found = new Map<string, number>();
  for (const { queue, rows } of files.flatMap((file) => file.unknownQueues)) {
    found.set(queue, (found.get(queue) ?? 0) + rows);
  }
  return [...found].map(([queue, rows]) => ({ queue, rows })).sort((a, b) => b.rows - a.rows);
}
