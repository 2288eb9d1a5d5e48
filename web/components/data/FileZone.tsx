import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isZone, type TableOutcome, type Upload } from '../../../server/contract/uploads.ts';
import type { Uploading } from './useUpload.ts';
import { ZoneChoice } from './ZoneChoice.tsx';
import { useZoneName } from './zones.ts';

interface Props {
  file: TableOutcome;
  upload: Upload;
  uploading: Uploading;
}

/** In which time zone a file's times are read, where they do not say it themselves; and the choice of another. */
export function FileZone({ file, upload, uploading }: Props) {
  const { t } = useTranslation();
  const nameOf = useZoneName();
  const said = upload.options.files?.[file.file] ?? {};
  const read = file.localTimes;
  const [zone, setZone] = useState(read ?? '');
  const [wrong, setWrong] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  if (read === null) return null;
  const told = t('upload.localTimes', { zone: nameOf(read) });
  // What a mapping says of the zone is changed in the mapping.
  if (upload.state === 'loaded' || said.mapping) return <p className="quiet">{told}</p>;
  const again = () => {
    setWrong(!isZone(zone) || zone === '');
    if (!isZone(zone) || zone === '') {
      form.current?.querySelector<HTMLInputElement>('input')?.focus();
      return;
    }
    const files = { ...upload.options.files, [file.file]: { ...said, zone } };
    void uploading.preview({ ...upload.options, files });
  };
  return (
    <>
      <p className="quiet">{told}</p>
      <details className="file-zone">
        <summary>{t('upload.changeZone')}</summary>
        <form
          ref={form}
          className="file-choice"
          onSubmit={(event) => {
            event.preventDefault();
            again();
          }}
        >
          <ZoneChoice
            label={t('upload.zone')}
            value={zone}
            onChange={setZone}
            error={wrong ? t('upload.notAZone') : undefined}
          />
          <Button type="submit" variant="default" disabled={uploading.busy}>
            {t('upload.review')}
          </Button>
        </form>
      </details>
    </>
  );
}
