import { Button } from '@mantine/core';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MappingText } from '../../../server/contract/mappings.ts';
import type { TableOutcome, Upload } from '../../../server/contract/uploads.ts';
import { areasReady } from '../../text/index.ts';
import { saveText } from './saveText.ts';
import type { Uploading } from './useUpload.ts';

const MappingPanel = lazy(async () => {
  await areasReady();
  return { default: (await import('./MappingPanel.tsx')).MappingPanel };
});

interface Props {
  file: TableOutcome;
  upload: Upload;
  uploading: Uploading;
}

/** The ways to say what a file's own columns are: a form, or a mapping that was made before; and what has been said. */
export function OwnColumns({ file, upload, uploading }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const said = upload.options.files?.[file.file] ?? {};
  const { mapping } = said;
  const review = (own: MappingText | undefined) => {
    // A mapping says all that there is to say of a file, its time zone too.
    const { mapping: _, ...without } = said;
    const choice = own ? { mapping: own } : without;
    return uploading.preview({
      ...upload.options,
      files: { ...upload.options.files, [file.file]: choice },
    });
  };
  const close = () => {
    setOpen(false);
    setTimeout(() => opener.current?.focus());
  };
  return (
    <>
      <p className="own-columns">
        <span>{mapping ? t('upload.ownColumns', { name: mapping.name }) : t('upload.hasOwnColumns')}</span>
        <Button
          ref={opener}
          variant={mapping || open ? 'subtle' : 'default'}
          size="compact-md"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t(mapping ? 'upload.editColumns' : 'upload.setColumns')}
        </Button>
        {mapping ? (
          <>
            <Button variant="subtle" size="compact-md" onClick={() => saveText(mapping.text, mapping.name)}>
              {t('upload.saveMapping')}
            </Button>
            <Button
              variant="subtle"
              size="compact-md"
              disabled={uploading.busy}
              onClick={() => {
                setOpen(false);
                void review(undefined);
              }}
            >
              {t('upload.noMapping')}
            </Button>
          </>
        ) : (
          <ReadyMapping take={(own) => void review(own)} disabled={uploading.busy} />
        )}
      </p>
      {open ? (
        <Suspense fallback={<p className="quiet">{t('upload.lookingAtColumns')}</p>}>
          <MappingPanel
            file={file.file}
            upload={upload.upload}
            given={mapping ?? null}
            uploading={uploading}
            review={async (own) => {
              if (await review(own)) setOpen(false);
            }}
            close={close}
          />
        </Suspense>
      ) : null}
    </>
  );
}

function ReadyMapping({ take, disabled }: { take: (mapping: MappingText) => void; disabled: boolean }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="subtle" size="compact-md" disabled={disabled} onClick={() => input.current?.click()}>
        {t('upload.readyMapping')}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml,.json"
        hidden
        data-kind="mapping"
        aria-label={t('upload.readyMapping')}
        onChange={async ({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = '';
          if (file) take({ name: file.name, text: await file.text() });
        }}
      />
    </>
  );
}
