import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableOutcome, Upload } from '../../../server/contract/uploads.ts';
import { useSources } from './useSources.ts';
import type { Uploading } from './useUpload.ts';

interface Props {
  file: TableOutcome;
  upload: Upload;
  uploading: Uploading;
}

/** What a file is, said by hand, and its queue where it comes from a robot platform; then it is looked through again. */
export function FileChoice({ file, upload, uploading }: Props) {
  const { t } = useTranslation();
  const { sources, nameOf } = useSources();
  // A source that is chosen by hand stands instead of a mapping.
  const { mapping: _, ...said } = upload.options.files?.[file.file] ?? {};
  const [source, setSource] = useState(said.source ?? file.source ?? '');
  const [queue, setQueue] = useState(said.queue ?? '');
  const named = (ours: boolean) =>
    sources
      .filter(({ title }) => (title === null) === ours)
      .map(({ name }) => ({ value: name, label: nameOf(name) }));
  const isPlatform = sources.some(({ name, title }) => name === source && title !== null);
  const again = () => {
    const zone = said.zone && { zone: said.zone };
    const choice = { ...(source && { source }), ...(isPlatform && queue && { queue }), ...zone };
    const files = { ...upload.options.files, [file.file]: choice };
    return uploading.preview({ ...upload.options, files });
  };
  return (
    <form
      className="file-choice"
      onSubmit={(event) => {
        event.preventDefault();
        void again();
      }}
    >
      <NativeSelect
        label={t('upload.what', { file: file.file })}
        value={source}
        onChange={(event) => setSource(event.currentTarget.value)}
        data={[
          { value: '', label: t('upload.choice') },
          { group: t('upload.tables'), items: named(true) },
          { group: t('upload.platforms'), items: named(false) },
        ]}
      />
      {isPlatform ? (
        <TextInput
          label={t('upload.queue')}
          value={queue}
          onChange={(event) => setQueue(event.currentTarget.value)}
        />
      ) : null}
      <Button type="submit" variant="default" disabled={source === '' && said.source === undefined}>
        {t('upload.review')}
      </Button>
    </form>
  );
}
