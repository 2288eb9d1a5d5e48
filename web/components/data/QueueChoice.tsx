import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QueueSaid, TableOutcome, Upload } from '../../../server/contract/uploads.ts';
import { useAsk } from '../../api.ts';
import * as format from '../../format.ts';
import { MunicipalityField } from './MunicipalityField.tsx';
import { QueueField } from './QueueField.tsx';
import type { Uploading } from './useUpload.ts';

const SHOWN = 20;

interface Props {
  upload: Upload;
  files: readonly TableOutcome[];
  uploading: Uploading;
}

/** Queues that no robot has: which robot each is, or where one is made for it; or one is made for all of them. */
export function QueueChoice({ upload, files, uploading }: Props) {
  const { t } = useTranslation();
  const { queues: said = {} } = upload.options;
  // Ticked and chosen at once: the server says the same a moment later.
  const [create, setCreate] = useState(upload.options.createRobots ?? false);
  const [chosen, setChosen] = useState(said);
  const choices = useAsk('robotChoices', {}, {});
  const unknown = unknownQueues(files);
  const listed = [
    ...Object.keys(chosen).map((queue) => ({ queue, rows: null })),
    ...unknown.filter(({ queue }) => chosen[queue] === undefined),
  ];
  if (listed.length === 0 && !create) return null;
  const again = (options: Partial<Upload['options']>) => uploading.preview({ ...upload.options, ...options });
  const choose = (queue: string, what: QueueSaid | null) => {
    if (uploading.busy) return;
    const { [queue]: _, ...others } = chosen;
    const queues = what === null ? others : { ...chosen, [queue]: what };
    setChosen(queues);
    void again({ queues });
  };
  return (
    <fieldset className="queues">
      <legend>
        {unknown.length === 0
          ? t('queues.making')
          : t('queues.title', { count: unknown.length, n: format.count(unknown.length) })}
      </legend>
      {listed.length > 0 ? (
        <ul>
          {listed.slice(0, SHOWN).map(({ queue, rows }) => (
            <li key={queue}>
              <span>
                {queue}{' '}
                {rows === null ? null : (
                  <small>{t('queues.rows', { count: rows, n: format.count(rows) })}</small>
                )}
              </span>
              <QueueField
                queue={queue}
                said={chosen[queue] ?? null}
                choices={choices.data ?? { robots: [], projects: [] }}
                creates={create}
                choose={(what) => choose(queue, what)}
              />
            </li>
          ))}
          {listed.length > SHOWN ? (
            <li className="quiet">{t('queues.more', { n: format.count(listed.length - SHOWN) })}</li>
          ) : null}
        </ul>
      ) : null}
      {unknown.length > 0 || create ? (
        <label>
          <input
            type="checkbox"
            checked={create}
            onChange={({ currentTarget: { checked } }) => {
              if (uploading.busy) return;
              setCreate(checked);
              void again({ createRobots: checked });
            }}
          />
          <span>
            {t('queues.create')}
            <small>{t('queues.createWhat')}</small>
          </span>
        </label>
      ) : null}
      {create ? (
        <MunicipalityField
          label={t('intake.queues.municipality')}
          value={upload.options.municipality ?? ''}
          choose={(municipality) =>
            uploading.busy ? undefined : void again({ municipality: municipality || undefined })
          }
        />
      ) : null}
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
